// One picture of 9 by 8 greys: the reader changes pixels, and sees what two kinds of lists make of it.
"use strict";

// MD5 as RFC 1321 defines it, of bytes, as hexadecimal.
function md5(bytes) {
  const shifts = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
  const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
  const mixes = [
    (b, c, d) => (b & c) | (~b & d),
    (b, c, d) => (d & b) | (~d & c),
    (b, c, d) => b ^ c ^ d,
    (b, c, d) => c ^ (b | ~d),
  ];
  const places = [i => i, i => 5 * i + 1, i => 3 * i + 5, i => 7 * i];
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setUint32(padded.length - 8, (bytes.length * 8) >>> 0, true);
  words.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let start = 0; start < padded.length; start += 64) {
    let [a, b, c, d] = state;
    for (let i = 0; i < 64; i += 1) {
      const round = i >> 4;
      const word = words.getUint32(start + (places[round](i) % 16) * 4, true);
      const sum = (a + mixes[round](b, c, d) + sines[i] + word) | 0;
      const by = shifts[round][i % 4];
      [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) | 0];
    }
    [a, b, c, d].forEach((one, i) => { state[i] = (state[i] + one) | 0; });
  }
  const sum = new DataView(new ArrayBuffer(16));
  state.forEach((one, i) => sum.setUint32(i * 4, one, true));
  return Array.from({ length: 16 }, (_, i) => sum.getUint8(i).toString(16).padStart(2, "0")).join("");
}

// One bit for each pixel and its right neighbour, row by row, as hexadecimal.
function difference(greys) {
  let bits = "";
  greys.forEach((grey, i) => { if (i % 9 < 8) bits += grey < greys[i + 1] ? 1 : 0; });
  return BigInt(`0b${bits}`).toString(16).padStart(16, "0");
}

// How many bits of two hexadecimal numbers differ.
function apart(one, other) {
  const bits = (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2);
  return bits.replaceAll("0", "").length;
}

(() => {
  const live = document.querySelector(".live");
  const grid = live.querySelector(".live__grid");
  const [exact, alike] = live.querySelectorAll("section");
  const first = Array.from({ length: 72 }, (_, i) => {
    const [x, y] = [i % 9, Math.floor(i / 9)];
    return (23 * x + 41 * y + 7 * x * y) % 256;
  });
  const listed = { md5: md5(Uint8Array.from(first)), difference: difference(first) };
  let greys = [...first];

  const judge = (section, number, all, far, most) => {
    const known = far <= most;
    section.querySelector("code").textContent = number;
    section.querySelector("[role=status]").textContent =
      `${known ? live.dataset.known : live.dataset.unknown} `
      + live.dataset.apart.replace("#n", far).replace("#all", all);
    section.classList.toggle("live__known", known);
  };

  const show = () => {
    cells.forEach((cell, i) => {
      const grey = greys[i];
      cell.style.backgroundColor = `rgb(${grey} ${grey} ${grey})`;
      cell.setAttribute("aria-label", live.dataset.cell
        .replace("#x", i % 9 + 1).replace("#y", Math.floor(i / 9) + 1).replace("#g", grey));
    });
    const sum = md5(Uint8Array.from(greys));
    const hash = difference(greys);
    judge(exact, sum, 128, apart(sum, listed.md5), 0);
    judge(alike, hash, 64, apart(hash, listed.difference), 10);
  };

  const cells = greys.map((_, i) => {
    const cell = document.createElement("button");
    cell.type = "button";
    cell.tabIndex = i ? -1 : 0;
    cell.addEventListener("click", () => {
      greys[i] = (greys[i] + Number(live.querySelector("select").value)) % 256;
      show();
    });
    return cell;
  });

  // One stop of the tab key; arrows go on from there.
  grid.addEventListener("keydown", event => {
    const at = cells.indexOf(document.activeElement);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -9, ArrowDown: 9 }[event.key];
    if (!step || !cells[at + step]) return;
    event.preventDefault();
    cells[at].tabIndex = -1;
    cells[at + step].tabIndex = 0;
    cells[at + step].focus();
  });

  live.querySelector(".live__controls button").addEventListener("click", () => {
    greys = [...first];
    show();
  });
  grid.append(...cells);
  show();
  live.hidden = false;
})();
