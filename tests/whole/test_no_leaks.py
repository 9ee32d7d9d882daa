"""What waits leaves no trace in what is published, and neither does the one who publishes it."""

import re
import shutil
import socket
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, PngImagePlugin

from tests.conftest import BUILD_DAY, ROOT, Outcome, files, program

SMALL = ROOT / "tests" / "golden" / "small" / "tree"
MARK = re.compile(rb"zq[a-z0-9]+", re.IGNORECASE)
"""Every word of what waits begins so, field by field, and no other word of the tree does."""
NOW = {"date": "2026-11-20", "status": "published"}
WAITING = {
    "draft": {"date": "2026-11-20", "status": "draft"},
    "future": {"date": "2027-01-01", "status": "published"},
}
CASE = """\
---
title: Zqtitle of a case
summary: Zqsummary of a case that waits, in a sentence that is long enough to be the summary of one.
date: {date}
reviewed: {date}
updated: {date}
status: {status}
slug: zqslug
platform: zqplatform
from: XA-7
to: [XB]
mechanism: [zqmechanism]
outcome: zqoutcome
when: 2019-03
people:
  - id: zqperson
    name: Zqname Lin
    native: Zqnative 林
    native-hans: Zqhans 林
    role: sender
    named-because: own-interview
    cite: "@zqsource-2020"
envelope: # zqcomment
  from: "Zqfrom, in Ayland [@zqsource-2020]"
  through: "Zqthrough [@zqsource-2020, p. 3]"
  to: "Zqto, in Beeland"
  also-read-by: "Zqreader [@harbour-office-2019]"
  read-at:
    - {{point: through, status: established, text: "Zqleg [@zqsource-2020]"}}
  ticks: {{delivered: zqclaim, third: zqclaim}}
---

Zqbody of a page [see @zqsource-2020, p. 4, zqsuffix; @zqrelay-2021], with a [zqlink](/zqpage/).
The [[zqterm|zqtermword]] is here, with a note.[^1]

[^1]: Zqfootnote [@zqsource-2020].

![Zqalt](/images/zqpicture.png)

/// claims
- Zqclaimwords of a claim [@zqsource-2020]. {{#zqclaim}}
- Zqinferred [@zqsource-2020]. {{#zqother .inferred}}
///

## Zqheading

/// timeline
- 2019-03: Zqevent is here [@zqsource-2020].
///

/// disagree | Zqquestion?
- Zqside says one [@zqsource-2020].
- Zqotherside says another [@harbour-office-2019].
///

/// unknown
- Zqunknown, and no answer of the office was seen by 2026.
///

/// analysis
Zqanalysis.
///

/// safety
Zqsafety.
///

/// chart | zqchart.csv
    kind: bar
    x: zqcolumn
    y: zqnumber
    unit: zqunit
    caption: Zqcaption
///

/// quote | zqsource-2020
Zqquoteown 信封是濕的。

Zqquote was damp.
///

```text
zqcode
```
"""
SUMMARY = "Zqhantsummary 這是摘要，" + "寫得夠長" * 12
HANT = """\
---
title: Zqhanttitle 信
summary: {summary}
date: {date}
status: {status}
translated: {date}
slug: zqslug
---

Zqhantbody 這是正文 [@zqsource-2020]。

/// claims
- Zqhantclaim [@zqsource-2020]。 {{#zqclaim}}
- Zqhantother [@zqsource-2020]。 {{#zqother .inferred}}
///
"""
KAO = """\
---
title: Zqkaotitle 信
summary: {summary}
date: {date}
status: {status}
translated: {date}
---

Zqkaobody 這是正文 [@hill-2021]。

/// claims
- Zqkaoclaim [@hill-2021]。 {{#read}}
///
"""
EXPLAINER = """\
---
title: Zqextitle
summary: Zqexsummary of an explainer that waits, in a sentence long enough to be the summary of one.
date: {date}
reviewed: {date}
status: {status}
---

Zqexbody [@zqsource-2020].
"""
PAGE = """\
---
title: Zqpagetitle
date: {date}
status: {status}
---

Zqpagebody.
"""
SOURCES = """\
- id: zqsource-2020
  type: article-newspaper
  title: Zqsourcetitle
  title-short: Zqshort
  author: [{family: Zqfamily, given: Zqgiven}]
  container-title: Zqcontainer
  issued: 2020-01-04
  URL: https://zqhost.example/zqpath
  language: zh-Hant
  custom:
    {no-copy-known: 2026-11, kind: news-report, read: whole, title-en: Zqtitleen, note: Zqnote}
- id: zqrelay-2021
  type: webpage
  title: Zqrelaytitle
  issued: 2020-01-05
  URL: https://zqhost.example/zqrelay
  custom: {no-copy-known: 2026-11, kind: news-report, read: whole, derived-from: [zqsource-2020]}
"""
CHART = "zqcolumn,zqnumber,source\nZqcell,12,zqsource-2020\nZqcell2,14,zqsource-2020\n"
WORDS = {
    "platforms:": "  zqplatform: {en: Zqplatformlabel, zh-hant: Zqplatformhant}",
    "mechanisms:": "  zqmechanism: {en: Zqmechanismlabel, zh-hant: Zqmechanismhant}",
    "outcomes:": "  zqoutcome: {en: Zqoutcomelabel, zh-hant: Zqoutcomehant}",
}
GLOSSARY = """\
- id: zqterm
  en: {term: a word, definition: Zqdefinition.}
  zh-hant: {term: 詞, definition: Zqdefinition 釋義。}
"""
ANSWER = "\n/// unknown\n- What does the office say? No answer was seen by November 2026.\n///\n"
NEVER_SHOWN = (b"zqmetadata", b"zqbehind")
"""What no page shows even when it is published: words in a picture's file."""
KINDS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
OPEN = {b"zqterm", b"zqdefinition"}
"""The glossary is a page of its own, whoever uses its terms."""


def picture(colour: int, kind: str = "PNG") -> bytes:
    """Make a picture with words in all places that its kind has for them, and behind its end."""
    image = Image.new("RGB", (8, 8), (colour, 0, 0))
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "zqmetadata")
    words.add_itxt("Title", "zqmetadata", zip=True)
    exif = Image.Exif()
    exif[0x010E] = "zqmetadata"
    exif[0x0132] = "2026:11:20 10:11:12"
    exif.get_ifd(0x8825).update({1: "N", 2: (37.0, 51.0, 25.0), 3: "E", 4: (112.0, 33.0, 1.0)})
    plain: dict[str, object] = {"exif": exif, "icc_profile": b"\0" * 128 + b"zqmetadata"}
    more: dict[str, dict[str, object]] = {
        "PNG": {"pnginfo": words},
        "JPEG": {"xmp": b"<x>zqmetadata", "comment": b"zqmetadata"},
        "WEBP": {"xmp": b"<x>zqmetadata"},
        "GIF": {"comment": b"zqmetadata"},
    }
    made = BytesIO()
    image.save(made, kind, **plain, **more[kind])  # type: ignore[arg-type]  # each has its own
    return made.getvalue() + b"zqbehind"


def write(folder: Path, given: Mapping[str, str]) -> Path:
    """Write the small site, and beside it all kinds of pages that wait."""
    content = folder / "content"
    shutil.copytree(SMALL, content, copy_function=shutil.copyfile)
    pages = {
        "cases/zqfile.md": CASE,
        "cases/zqfile.zh-hant.md": HANT,
        "cases/kao-card.zh-hant.md": KAO,
        "explainers/zqexplainer.md": EXPLAINER,
        "pages/zqpage.md": PAGE,
    }
    vocabulary = (content / "data" / "vocabulary.yaml").read_text(encoding="utf-8")
    for facet, line in WORDS.items():
        vocabulary = vocabulary.replace(facet, f"{facet}\n{line}")
    others = {
        "sources/zq.yaml": SOURCES,
        "data/charts/zqchart.csv": CHART,
        "data/glossary.yaml": GLOSSARY,
        "data/vocabulary.yaml": vocabulary,
    }
    written = {name: text.format(**given, summary=SUMMARY) for name, text in pages.items()} | others
    for name, text in written.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    for case in ("kao-card.md", "lin-letter.md"):
        add(content / "cases" / case, ANSWER)
    (content / "images").mkdir()
    (content / "images" / "zqpicture.png").write_bytes(picture(7))
    for suffix, kind in KINDS.items():
        (content / "images" / f"shown{suffix}").write_bytes(picture(9, kind))
        add(content / "pages" / "about.md", f"\n![A seal](/images/shown{suffix})\n")
    return content


def add(file: Path, words: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")


def publish(folder: Path, content: Path, **env: str | None) -> Outcome:
    return program(
        *("build", "--strict", "--input", content),
        *("--output", folder / "output", "--cache", folder / "cache"),
        cwd=folder,
        env={"SITEURL": "https://reader.example", "CONTACT_EMAIL": "desk@reader.example", **env},
    )


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file by its path, and what stands packed in books and pictures."""
    for name, data in files(folder).items():
        yield name, name.encode() + b"\n" + data
        if name.endswith(".epub"):
            with ZipFile(BytesIO(data)) as book:
                for entry in book.infolist():
                    yield f"{name}:{entry.filename}", entry.filename.encode() + book.read(entry)
        if name.endswith(".png"):
            with Image.open(BytesIO(data)) as opened:
                yield f"{name}:info", repr(opened.info).encode()


def marks(found: Iterator[tuple[str, bytes]]) -> dict[bytes, set[str]]:
    places: dict[bytes, set[str]] = {}
    for name, data in found:
        for word in MARK.findall(data):
            places.setdefault(word.lower(), set()).add(name)
    return places


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the same pages when they need not wait: what the tests below would find."""
    folder = tmp_path_factory.mktemp("shown")
    ended = publish(folder, write(folder, NOW))
    assert (ended.status, ended.stderr) == (0, "")
    return folder


def test_every_field_is_found_where_it_is_published(shown: Path) -> None:
    written = marks((name, data) for name, data in files(shown / "content").items())
    assert len(written) > 70
    found = marks(everything(shown / "output"))
    lost = {word for word in written.keys() - found.keys() if not word.startswith(NEVER_SHOWN)}
    assert lost == set()
    assert {name.partition("/")[0] for name in set().union(*found.values())} >= {
        *("cases", "explainers", "zqpage", "sources", "feeds", "data", "search", "zh-hant"),
        *("timeline", "open-questions", "sitemap.xml", "images"),
    }
    assert any(":" in name for name in set().union(*found.values())), "nothing in the book"


@pytest.mark.parametrize("given", WAITING.values(), ids=WAITING.keys())
def test_what_waits_leaves_no_trace(given: Mapping[str, str], shown: Path, tmp_path: Path) -> None:
    ended = publish(tmp_path, write(tmp_path, given))
    assert (ended.status, ended.stderr) == (0, "")
    found = marks(everything(tmp_path / "output"))
    assert {word: places for word, places in found.items() if word not in OPEN} == {}
    assert marks((name, data) for name, data in files(tmp_path / "cache").items()) == {}
    assert not MARK.search(ended.stdout.encode())
    built = files(tmp_path / "output")
    shown_pictures = [f"images/shown{suffix}" for suffix in sorted(KINDS)]
    assert sorted(name for name in built if name.startswith("images/")) == shown_pictures
    # One card a published case and explainer: none is drawn for what waits.
    here, there = (
        {name for name in files(folder / "output") if name.endswith("png")}
        for folder in (tmp_path, shown)
    )
    assert here < there


LINKS = (
    *("/cases/zqslug/", "/cases/zqslug/#claim-zqclaim", "/explainers/zqexplainer/", "/zqpage/"),
    "/zh-hant/cases/zqslug/",
)


@pytest.mark.parametrize("kind", WAITING)
def test_a_link_to_what_waits_is_an_error(tmp_path: Path, kind: str) -> None:
    content = write(tmp_path, WAITING[kind])
    add(content / "pages" / "about.md", "".join(f"\nSee [it]({one}).\n" for one in LINKS))
    ended = publish(tmp_path, content)
    assert ended.status == 1
    codes = [line.rpartition("[")[2] for line in ended.diagnostics]
    assert codes == ["draft-linked]"] * len(LINKS), ended.stderr
    assert not (tmp_path / "output").exists()


JPEG_ALLOWED = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xDD}
"""JFIF's own header, tables, frame, scan and restart interval."""
CHUNKS = {
    ".png": {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"},
    ".webp": {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"},
}


def jpeg_segments(data: bytes) -> set[int]:
    assert data[:2] == b"\xff\xd8"
    assert data[-2:] == b"\xff\xd9"
    found, at = set(), 2
    while data[at + 1] != 0xDA:
        assert data[at] == 0xFF
        found.add(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    # Behind the head of the scan no byte 0xFF stands alone: what follows one is a stuffing or a
    # restart, or the end.
    after = {data[n + 1] for n in range(at + 2, len(data) - 1) if data[n] == 0xFF}
    assert after <= {0x00, 0xD9, *range(0xD0, 0xD8), 0xC4, 0xDA}
    return found


def chunks(data: bytes, at: int, order: str) -> set[bytes]:
    found = set()
    while at < len(data):
        kind, size = (data[at : at + 4], data[at + 4 : at + 8])
        if order == "big":
            kind, size = size, kind
        found.add(kind)
        length = int.from_bytes(size, order)  # type: ignore[arg-type]
        at += 8 + length + (4 if order == "big" else length % 2)
    assert at == len(data)
    return found


def test_published_pictures_hold_their_pixels_and_nothing_else(shown: Path) -> None:
    folder = shown / "output" / "images"
    assert jpeg_segments((folder / "shown.jpg").read_bytes()) <= JPEG_ALLOWED
    png, webp = ((folder / f"shown{one}").read_bytes() for one in (".png", ".webp"))
    assert chunks(png, 8, "big") <= CHUNKS[".png"]
    assert chunks(webp, 12, "little") <= CHUNKS[".webp"]
    gif = (folder / "shown.gif").read_bytes()
    assert b"\x21\xfe" not in gif
    assert gif.endswith(b"\x3b")
    for card in (shown / "output").rglob("*.png"):
        assert chunks(card.read_bytes(), 8, "big") <= CHUNKS[".png"], card.name


HOST = socket.gethostname()
TRACES = ("zzhome", "zzuser", "zzcontent", "zzcommon", "/tmp", *([HOST] if len(HOST) > 5 else []))
"""A host's name of a few letters stands in any picture by chance."""


def test_the_one_who_builds_leaves_no_trace(shown: Path, tmp_path: Path) -> None:
    """Not a path, a name, a host or a moment: another hour, place and user change no byte."""
    home = tmp_path / "zzhome" / "zzuser"
    home.mkdir(parents=True)
    content = shutil.move(write(home, NOW), home / "zzcontent")
    env = {
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "EMAIL"), "zzuser"),
        **{"HOME": str(home), "GIT_AUTHOR_NAME": "zzcommon", "HOSTNAME": "zzcommon"},
        "SOURCE_DATE_EPOCH": str(int(BUILD_DAY) + 7 * 3600),
    }
    ended = publish(home, Path(content), **env)
    assert (ended.status, ended.stderr) == (0, "")
    assert files(home / "output") == files(shown / "output")
    for name, data in everything(home / "output"):
        assert not [one for one in TRACES if one.encode() in data], name


def test_of_the_clock_a_build_knows_the_day_alone(tmp_path: Path) -> None:
    content = write(tmp_path, NOW)

    def built(epoch: str | None) -> dict[str, bytes]:
        ended = publish(tmp_path, content, SOURCE_DATE_EPOCH=epoch)
        assert (ended.status, ended.stderr) == (0, "")
        return files(tmp_path / "output")

    day = datetime.now(UTC).date()
    by_clock = built(None)
    while (today := datetime.now(UTC).date()) != day:
        day, by_clock = today, built(None)
    noon = datetime.combine(day, time(12), UTC)
    assert built(str(int(noon.timestamp()))) == by_clock
