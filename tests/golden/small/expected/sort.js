// Sorting by a column, and facets chosen together, in the table of cases. Its rows stay as they are.
"use strict";
(() => {
  const table = document.querySelector(".compare");
  const sift = document.querySelector(".sift");
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const lang = document.documentElement.lang;
  const key = (row, at) => row.cells[at].dataset.key ?? row.cells[at].textContent.trim();

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach(one => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", turn > 0 ? "ascending" : "descending");
      rows.sort((a, b) => turn * key(a, at).localeCompare(key(b, at), lang, { numeric: true }));
      table.tBodies[0].append(...rows);
    });
  });

  const choices = [...sift.querySelectorAll("select")];
  const links = (row, choice) => [...row.cells[choice.dataset.column].querySelectorAll("a[href*='/cases/']")];
  const status = sift.querySelector("[role=status]");
  const choose = () => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = choices.some(one =>
        one.value && !links(row, one).some(link => link.pathname === one.value));
      shown += !row.hidden;
    }
    status.textContent = status.dataset.words.replace("#", shown);
  };

  const fill = choice => {
    const found = new Map();
    for (const row of rows) for (const link of links(row, choice)) found.set(link.pathname, link.textContent);
    [...found].sort((a, b) => a[1].localeCompare(b[1], lang))
      .forEach(([value, words]) => choice.add(new Option(words, value)));
    choice.addEventListener("change", choose);
  };
  table.classList.add("compare--live");

  // One list at a time, when there is nothing else to do: a slow phone answers its reader first.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  const waiting = [...choices];
  const next = () => {
    const choice = waiting.shift();
    if (!choice) return void (sift.hidden = false);
    fill(choice);
    whenIdle(next);
  };
  whenIdle(next);
})();
