// The search box of /search/. A word is looked for in titles and names as a substring, and in the
// words of all pages by its beginning; of Chinese by pairs of characters (ADR 11). Only what a query
// needs is asked for, from this site. Nothing is sent, stored or put into the address.
"use strict";
(() => {
  const box = document.querySelector(".search__box");
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const MOST = 40; // finds that are listed
  const SHOWN = 8; // finds whose words are asked for and shown
  const FILES = 6; // files of words that one beginning of a word may ask for
  const AROUND = 90;
  const HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  const RUN = new RegExp(`([${HAN}]+)|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");

  // As third_reader/languages/folding.py does it.
  const plain = text =>
    text.normalize("NFKD").replace(/\p{M}+/gu, "").normalize("NFC").toLowerCase();

  const tokens = word => [...word.matchAll(RUN)].flatMap(([run, han]) =>
    han && run.length > 1 ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]);

  // In a bundle no file may be fetched: each is a script, and addresses name files.
  const carried = box.dataset.index.endsWith(".js");
  const root = new URL(".", document.currentScript.src);

  const address = url => {
    if (!carried) return url;
    const [path, anchor = ""] = url.slice(1).split(/(?=#)/);
    return `${root}${path.replaceAll(":", "=").replace(/(^|\/)$/, "$1index.html")}${anchor}`;
  };

  const fetched = url => fetch(url)
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)));

  // A script's load event follows it at once, so what it has set is its own.
  const loaded = url => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = url.replace(/json$/, "js");
    script.onload = () => done(window.searchFile);
    script.onerror = failed;
    document.head.append(script);
  });

  const known = {};
  const ask = url => (known[url] ??= (carried ? loaded : fetched)(url)
    .catch(fault => {
      delete known[url];
      throw fault;
    }));

  let index;
  const load = async () => (index ??= await ask(box.dataset.index).then(({ pages, words }) => ({
    words,
    pages: pages.map(one => ({
      ...one,
      inTitle: plain(one.title),
      inNames: plain(`${one.title} ${one.names}`),
    })),
  })));

  // The pages that have a token, to 1 or 2: whether a summary or a claim has it. One letter, and a
  // pair of characters, is looked for whole; else what begins so is found too.
  const having = async token => {
    const whole = token.length === 1 ? !RegExp(`[${HAN}]`).test(token) : RegExp(`^[${HAN}]`).test(token);
    const { words } = index;
    let file = Math.max(0, words.findLastIndex(first => first <= token));
    const files = words.length ? [file] : [];
    while (++file < words.length && files.length < FILES && words[file].startsWith(token)) files.push(file);
    const found = new Map();
    const folder = box.dataset.index.replace(/index\.js(on)?$/, "words/");
    for (const part of await Promise.all(files.map(one => ask(`${folder}${one}.json`)))) {
      for (const word in part) {
        if (whole ? word !== token : !word.startsWith(token)) continue;
        for (const page of part[word]) found.set(page >> 1, Math.max(found.get(page >> 1) ?? 0, 1 + (page & 1)));
      }
    }
    return found;
  };

  // 4: it is the title; 3: a name, a title's part or a facet; 2: in the summary or a claim; 1: elsewhere.
  const finder = async word => {
    const sets = await Promise.all(tokens(word).map(having));
    return (one, place) => {
      if (one.inTitle === word) return 4;
      if (one.inNames.includes(word)) return 3;
      return sets.length ? Math.min(...sets.map(set => set.get(place) ?? 0)) : 0;
    };
  };

  // Equally good finds keep the order of the index.
  const search = async words => {
    const strength = await Promise.all(words.map(finder));
    return index.pages
      .map((one, place) => ({ one, score: Math.min(...strength.map(of => of(one, place))) }))
      .filter(hit => hit.score)
      .sort((a, b) => b.score - a.score)
      .map(hit => hit.one);
  };

  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };

  const link = (href, ...children) => {
    const made = element("a", ...children);
    made.href = href;
    return made;
  };

  // Marks the words; folding may change a letter's length, so each folded one knows its own.
  const marked = (text, words) => {
    const letters = [...text];
    const own = [];
    const folded = letters.map(plain);
    folded.forEach((one, place) => own.push(...Array(one.length).fill(place)));
    const line = folded.join("");
    own.push(letters.length);
    const parts = [];
    let at = 0;
    while (at < line.length) {
      let next = line.length;
      let length = 0;
      for (const word of words) {
        const place = line.indexOf(word, at);
        if (place >= 0 && (place < next || (place === next && word.length > length))) {
          next = place;
          length = word.length;
        }
      }
      const part = (from, to) => letters.slice(own[from], own[to]).join("");
      parts.push(part(at, next));
      if (length) parts.push(element("mark", part(next, next + length)));
      at = next + length;
    }
    return parts;
  };

  // What stands round the first of the words.
  const cut = (text, words) => {
    const folded = plain(text);
    const first = Math.min(...words.map(word => folded.indexOf(word)).filter(at => at >= 0), text.length);
    const from = first > AROUND ? text.indexOf(" ", first - AROUND) : -1;
    const start = from < 0 || from > first ? Math.max(0, first - AROUND) : from + 1;
    const end = text.length > first + 2 * AROUND ? first + 2 * AROUND : text.length;
    return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  };

  // The first place that has most of the words, a claim before others; else the page's beginning.
  const excerpt = (one, passages, words) => {
    let [best, most] = [passages[0], 0];
    for (const passage of passages) {
      const text = plain(passage[1]);
      const has = words.filter(word => text.includes(word)).length;
      const worth = has && 2 * has + passage[0].startsWith("claim-");
      if (worth > most) [best, most] = [passage, worth];
    }
    if (!best) return [];
    const shown = marked(cut(best[1], words), words);
    return best[0] ? [link(address(`${one.url}#${best[0]}`), ...shown)] : shown;
  };

  const item = (one, words) => {
    const kind = element("span", one.kind);
    kind.className = "small";
    const names = one.names && marked(cut(one.names, words), words);
    return element("li", link(address(one.url), ...marked(one.title, words)), " ", kind, element("p", ...names));
  };

  const show = (hits, words) => {
    const { none, one, many } = status.dataset;
    status.textContent = hits.length > 1 ? many.replace("#", hits.length) : hits.length ? one : none;
    list.replaceChildren(...hits.slice(0, MOST).map(hit => item(hit, words)));
    hits.slice(0, SHOWN).forEach(async (hit, place) => {
      const line = list.children[place].lastChild;
      if (hit.text) line.replaceChildren(...excerpt(hit, await ask(address(hit.text)), words));
    });
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
      await load();
      const found = await search(words);
      if (asked === field.value) show(found, words);
    } catch {
      status.textContent = status.dataset.failed;
      list.replaceChildren();
    }
  };

  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  field.addEventListener("input", answer);
  box.hidden = false;
  if (field.value) answer();
})();
