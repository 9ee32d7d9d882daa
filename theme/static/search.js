// The search box of /search/: every word must stand somewhere in a page's record, as a substring.
// Substrings need no splitting of Chinese. Nothing is sent, stored or put into the address.
"use strict";
(() => {
  const box = document.querySelector(".search__box");
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const MOST = 40;
  const AROUND = 60;
  let records;

  const plain = text => text.normalize("NFKC").toLowerCase();

  // In a bundle the index is a script, since no file may be fetched, and addresses name files.
  const carried = box.dataset.index.endsWith(".js");
  const root = new URL(".", document.currentScript.src);

  const address = url => {
    if (!carried) return url;
    const [path, anchor = ""] = url.slice(1).split(/(?=#)/);
    return `${root}${path.replaceAll(":", "=")}${/(^|\/)$/.test(path) ? "index.html" : ""}${anchor}`;
  };

  const fetched = () => fetch(box.dataset.index)
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)));

  const loaded = () => new Promise((done, failed) => {
    const script = element("script");
    script.src = box.dataset.index;
    script.onload = () => done(window.searchIndex);
    script.onerror = failed;
    document.head.append(script);
  });

  const load = () => (records ??= (carried ? loaded() : fetched())
    .then(found => found.map(one => ({
      ...one,
      inTitle: plain(one.title),
      inNames: plain(`${one.title} ${one.names}`),
      inText: plain(one.text),
      inMore: one.more.map(([, words]) => plain(words)),
    }))));

  // 4: it is the title; 3: a name, a title's part or a facet; 2: the summary; 1: a claim; 0: nowhere.
  const strength = (one, word) => {
    if (one.inTitle === word) return 4;
    if (one.inNames.includes(word)) return 3;
    if (one.inText.includes(word)) return 2;
    return one.inMore.some(words => words.includes(word)) ? 1 : 0;
  };

  // Equally good finds keep the order of the index.
  const search = (found, words) => found
    .map(one => ({ one, score: Math.min(...words.map(word => strength(one, word))) }))
    .filter(hit => hit.score)
    .sort((a, b) => b.score - a.score)
    .map(hit => hit.one);

  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  const link = (href, ...children) => {
    const made = element("a", ...children);
    made.href = address(href);
    return made;
  };

  // Marks the words; where folding changes a text's length, it is shown without marks.
  const marked = (text, words) => {
    const folded = plain(text);
    if (folded.length !== text.length) return [text];
    const parts = [];
    let at = 0;
    while (at < text.length) {
      let next = text.length;
      let length = 0;
      for (const word of words) {
        const place = folded.indexOf(word, at);
        if (place >= 0 && (place < next || (place === next && word.length > length))) {
          next = place;
          length = word.length;
        }
      }
      parts.push(text.slice(at, next));
      if (length) parts.push(element("mark", text.slice(next, next + length)));
      at = next + length;
    }
    return parts;
  };

  // The first place that has one of the words: the claim, or what stands round it in the rest.
  const excerpt = (one, words) => {
    const has = text => words.some(word => text.includes(word));
    const claim = one.inMore.findIndex(has);
    if (!has(one.inText) && claim >= 0) {
      const [anchor, text] = one.more[claim];
      return [link(one.url + anchor, ...marked(text, words))];
    }
    if (one.text) return marked(one.text, words);
    const at = Math.max(0, plain(one.names).indexOf(words[0]) - AROUND);
    return marked(one.names.slice(at, at + 2 * AROUND), words);
  };

  const item = (one, words) => {
    const kind = element("span", one.kind);
    kind.className = "small";
    return element(
      "li",
      link(one.url, ...marked(one.title, words)),
      " ",
      kind,
      element("p", ...excerpt(one, words)),
    );
  };

  const show = (hits, words) => {
    const { none, one, many } = status.dataset;
    status.textContent = hits.length > 1 ? many.replace("#", hits.length) : hits.length ? one : none;
    list.replaceChildren(...hits.slice(0, MOST).map(hit => item(hit, words)));
  };

  const answer = async () => {
    const asked = field.value;
    const words = [...new Set(plain(asked).split(/\s+/).filter(Boolean))];
    if (!words.length) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      const found = await load();
      if (asked === field.value) show(search(found, words), words);
    } catch {
      records = undefined;
      status.textContent = status.dataset.failed;
      list.replaceChildren();
    }
  };

  field.addEventListener("focus", () => load().catch(() => (records = undefined)), { once: true });
  field.addEventListener("input", answer);
  box.hidden = false;
  if (field.value) answer();
})();
