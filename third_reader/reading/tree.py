"""The tree of files: what there is to read, sorted, and what may not stand in it."""

import os
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import PageKind
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted, visible
from third_reader.reading.names import PICTURE as PICTURE_NAME
from third_reader.reading.names import SLUG, folded, name_fault
from third_reader.reading.pictures import FORMATS, PICTURE

IGNORED = re.compile(r"[._].*|.*~|#.*#")
BAD_NAME = Code(
    "file-name",
    "A page's file name is its part of the address: lower-case letters, digits and hyphens, at "
    "most 80, then the language of a translation, as in `gao-zhigang.zh-hant.md`. No name may be "
    "one that another file system refuses, changes, or takes for another name of the same folder.",
)
LANGUAGE = Code(
    "unknown-language",
    "The language in a file name, in `lang` or in the glossary is not one of the site's. Languages "
    "are a setting.",
)
LINK = Code(
    "symbolic-link", "Symbolic links, pipes and devices are not read: put the file itself there."
)
STRAY = Code(
    "stray-file", "A file that the format has no place for: it would be ignored. Move or remove it."
)
NO_TREE = Code(
    "no-content", "The folder holds no page: `cases/`, `explainers/` or `pages/` is needed."
)


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page's file."""

    file: Path
    shown: str
    """Its path as diagnostics name it."""
    kind: PageKind
    slug: str
    lang: str | None
    """The language in its name; None: it is an original."""


@dataclass(slots=True)
class Tree:
    """The files of a content folder."""

    root: Path
    pages: list[PageFile] = field(default_factory=list)
    sources: list[tuple[Path, str]] = field(default_factory=list)
    vocabulary: tuple[Path, str] | None = None
    corrections: tuple[Path, str] | None = None
    glossary: tuple[Path, str] | None = None
    charts: list[tuple[Path, str]] = field(default_factory=list)
    pictures: list[tuple[Path, str, str]] = field(default_factory=list)
    """Each with its path as diagnostics name it and its address, `/images/x.png`."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_tree(root: Path, languages: tuple[Language, ...]) -> Tree:
    """List a content folder, without hidden files, backups and names that begin with `_`."""
    tree = Tree(root)
    codes = [one.code for one in languages]
    for parts, file in _files(root, tree):
        if parts == ("corrections.yaml",):
            tree.corrections = (file, shown_path(file, root))
        _place(tree, file, parts, codes)
    if not tree.pages and not tree.diagnostics:
        at = Position(shown_path(root, root))
        tree.diagnostics.append(
            NO_TREE.error(at, "there is no page here; write one in cases/, explainers/ or pages/")
        )
    return tree


def every_file(root: Path) -> list[Path]:
    """Give all files, drafts, pictures and those with names that are refused too, sorted."""
    return [file for _, file in _files(root, Tree(root), every=True)]


def shown_path(file: Path, root: Path) -> str:
    """Give a path as diagnostics name it (FORMAT, section 7).

    Relative to the working folder where the tree lies in it, else to the tree's parent.
    """
    base = _base(root, os.getcwd())  # noqa: PTH109  asked for each path: a text is enough
    path = os.path.abspath(file)[len(base) :].replace(os.sep, "/") or "."  # noqa: PTH100  links stay
    return path if path.isprintable() and ":" not in path else visible(path, also=":")


@lru_cache
def _base(root: Path, working: str) -> str:
    """Give the folder that paths are told from, with its last separator."""
    whole = Path(os.path.abspath(root))  # noqa: PTH100  links stay
    base = str(working if whole.is_relative_to(working) else whole.parent)
    return base if base.endswith(os.sep) else base + os.sep


def _files(root: Path, tree: Tree, *, every: bool = False) -> list[tuple[tuple[str, ...], Path]]:
    """Give the files by their parts under the root, sorted."""
    found: list[tuple[tuple[str, ...], Path]] = []
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        parts = waiting.pop()
        names: dict[str, str] = {}
        with os.scandir(root.joinpath(*parts)) as entries:
            listed = sorted(entries, key=lambda one: one.name)
        for entry in listed:
            if IGNORED.fullmatch(entry.name):
                continue
            file = Path(entry.path)
            if fault := _fault(entry.name, names):
                told = f"{quoted(entry.name, 60)} {fault}"
                tree.diagnostics.append(BAD_NAME.error(Position(shown_path(file, root)), told))
                if not every:
                    continue
            if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
                at = Position(shown_path(file, root))
                tree.diagnostics.append(
                    LINK.error(
                        at,
                        "this is a link or a device, which is not read; put the file itself here",
                    )
                )
            elif entry.is_dir():
                waiting.append((*parts, entry.name))
            else:
                found.append(((*parts, entry.name), file))
    return sorted(found)


def _fault(name: str, names: dict[str, str]) -> str:
    """Give what is wrong with a name beside those that its folder has had; empty: nothing."""
    other = names.setdefault(folded(name), name)
    if other != name:
        return f"is the same name as {quoted(other, 60)} on some file systems; rename it"
    return name_fault(name)


def _place(tree: Tree, file: Path, parts: tuple[str, ...], codes: list[str]) -> None:
    shown = shown_path(file, tree.root)
    match parts:
        case ("cases" | "explainers" | "pages", name) if name.endswith(".md"):
            _page(tree, file, shown, PageKind(parts[0]), codes)
        case ("sources", *_, name) if name.endswith((".yaml", ".yml", ".json")):
            tree.sources.append((file, shown))
        case ("data", *rest) if _data(tree, file, rest, shown):
            pass
        case ("withheld.yaml" | "corrections.yaml",):
            pass
        case ("images", *rest) if file.suffix.lower() in FORMATS and not all(
            map(PICTURE_NAME.fullmatch, rest)
        ):
            told = (
                f"{quoted('/'.join(rest), 60)} is no name for a picture; use ASCII letters, digits"
            )
            tree.diagnostics.append(BAD_NAME.error(Position(shown), f"{told} and hyphens"))
        case ("images", *rest) if rest and file.suffix.lower() in FORMATS:
            tree.pictures.append((file, shown, "/images/" + "/".join(rest)))
        case ("images", *_):
            told = (
                f"{quoted(file.name)} is no JPEG, PNG, WebP or GIF; only such files are published"
            )
            tree.diagnostics.append(PICTURE.error(Position(shown), told))
        case _:
            told = (
                f"nothing reads {quoted('/'.join(parts))}; move it to where the format has a place"
            )
            tree.diagnostics.append(STRAY.warning(Position(shown), told))


def _data(tree: Tree, file: Path, parts: list[str], shown: str) -> bool:
    """Take a file under `data/`; False: nothing reads it."""
    match parts:
        case ["vocabulary.yaml"]:
            tree.vocabulary = (file, shown)
        case ["glossary.yaml"]:
            tree.glossary = (file, shown)
        case ["charts", name] if name.endswith(".csv"):
            tree.charts.append((file, shown))
        case _:
            return False
    return True


def _page(tree: Tree, file: Path, shown: str, kind: PageKind, codes: list[str]) -> None:
    slug, _, lang = file.name.removesuffix(".md").partition(".")
    if lang and lang not in codes:
        hint = did_you_mean(lang, codes) or f"; the site has {', '.join(codes)}"
        told = f"there is no language {quoted(lang)}{hint}"
        tree.diagnostics.append(LANGUAGE.error(Position(shown), told))
    elif not SLUG.fullmatch(slug):
        told = f"{quoted(file.name)} is no page name; use lower-case letters, digits and hyphens"
        tree.diagnostics.append(BAD_NAME.error(Position(shown), told))
    else:
        tree.pages.append(PageFile(file, shown, kind, slug, lang or None))
