"""Pages read in this process, from a few lines of Markdown, without a site around them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from third_reader.languages.load import language
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Config, Site
from third_reader.model.text import BlockSlot, CiteSlot, NotesSlot, Rich, TermsSlot
from third_reader.reading.document import Reader
from third_reader.reading.markdown import Converter
from third_reader.reading.site import read_site
from third_reader.reading.tree import PageFile

CODES = ("en", "zh-hant", "zh-hans")
LANGUAGES = tuple(language(code, first=code == "en") for code in CODES)
FRONT = {
    PageKind.CASE: (
        "title: A letter\n"
        "summary: A letter was opened on its way, and the one who wrote it was asked about it.\n"
        "date: 2026-11-20\n"
    ),
    PageKind.EXPLAINER: (
        "title: How letters are opened\n"
        "summary: Letters are opened over steam, and closed again with the same glue as before.\n"
        "date: 2026-11-20\n"
    ),
    PageKind.PAGE: "title: About\n",
}
BODY_LINE = {kind: text.count("\n") + 3 for kind, text in FRONT.items()}
"""The line of the file that a body begins on."""
CONVERTER = Converter()


def read_page(
    folder: Path,
    body: str,
    kind: PageKind = PageKind.PAGE,
    *,
    front: str | None = None,
    lang: str | None = None,
) -> Document:
    """Read one page; the body begins on `BODY_LINE[kind]` when `front` is not given."""
    text = f"---\n{FRONT[kind] if front is None else front}---\n{body}"
    return read_text(folder, text, kind, lang)


def read_text(
    folder: Path, text: str, kind: PageKind = PageKind.PAGE, lang: str | None = None
) -> Document:
    """Read one page from the whole text of its file."""
    file = folder / "p.md"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    return Reader(LANGUAGES, CONVERTER).read(PageFile(file, "p.md", kind, "p", lang))


def read_tree(folder: Path, files: Mapping[str, str]) -> Site:
    """Read a tree of files as a site."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_site(folder, Config("Site", "", "", LANGUAGES, date(2026, 11, 24)))


def found(document: Document) -> list[str]:
    """Give where and what is wrong, sorted: `9:3 uncited`."""
    return [
        f"{one.position.line}:{one.position.column} {one.code}"
        for one in sorted(document.diagnostics, key=lambda one: one.position)
    ]


def messages(document: Document) -> str:
    """Give all that is said, a line each."""
    return "\n".join(one.message for one in document.diagnostics)


def marks(document: Document) -> list[str]:
    """Give each mark: `9:3 key`."""
    return [f"{one.position.line}:{one.position.column} {one.item.key}" for one in document.marks]


def html(rich: Rich) -> str:
    """Give rich text with its slots as `{1,2}` for marks, `{notes 1,2}` and `{block 0}`."""
    return "".join(map(_shown, rich))


def _shown(piece: object) -> str:
    match piece:
        case CiteSlot(marks):
            return "{" + ",".join(str(one + 1) for one in marks) + "}"
        case NotesSlot(_, marks):
            return "{notes " + ",".join(str(one + 1) for one in marks) + "}"
        case BlockSlot(index):
            return f"{{block {index}}}"
        case TermsSlot(terms):
            return "{terms " + ",".join(terms) + "}"
        case _:
            return str(piece)
