"""A withheld name is found in every field, in every disguise, and no message gives it away."""

import json
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, PngImagePlugin

from tests.conftest import BUILD_DAY, files
from third_reader.checks.withheld import digest
from third_reader.cli import main
from third_reader.languages.hans import simplified

KEY = "a key of no secret at all"
SALT = bytes(range(16))
NAME, HAN = "Chen Ya-ting", "陳雅婷"
SECRET = re.compile("ya-?ting|雅婷|yating|xn--", re.IGNORECASE)

DISGUISES = {
    "as it is": NAME,
    "in capitals": NAME.upper(),
    "in full width": "Ｃｈｅｎ　Ｙａ－ｔｉｎｇ",
    "in one word": "chenyating",
    "with other spaces": "Chen   Ya\u00a0ting",
    "over two lines": "Chen\n    Ya-ting",
    "with an invisible sign": "Ch\u200ben Ya-t\u00ading",
    "as entities": "&#67;hen &#x59;a&shy;-ting",
    "with percent signs": "Chen%20%59a-ting",
    "with escapes": "\\u0043hen Ya\\x2dting",
    "with emphasis": "Ch**en** Y*a*-ting",
    "divided by a link": "[Chen](https://a.example/) Ya-ting",
    "divided by cells": "| Chen | Ya-ting |",
    "divided by code": "`Chen` Ya-ting",
    "in Han characters": HAN,
    "in simplified characters": "陈雅婷",
    "with a space in Han": "陳 雅\u3000婷",
    "of an address": quote(HAN),
    "of a foreign host": f"https://xn--{HAN.encode('punycode').decode()}.example/",
    "as JSON has it": json.dumps(HAN).strip('"'),
}
FIELDS = {
    "title": ("pages/{n}.md", "---\ntitle: {name}\n---\n\nWords.\n"),
    "summary": ("cases/{n}.md", "---\ntitle: A\nsummary: {name}\n---\n"),
    "person": ("cases/{n}.md", "---\ntitle: A\npeople:\n  - name: {name}\n---\n"),
    "envelope": ("cases/{n}.md", "---\ntitle: A\nenvelope:\n  from: {name}\n---\n"),
    "comment": ("pages/{n}.md", "---\ntitle: A # {name}\n---\n\nWords.\n"),
    "draft": ("cases/{n}.md", "---\ntitle: A\nstatus: draft\n---\n\n{name}\n"),
    "future": ("cases/{n}.md", "---\ntitle: A\ndate: 2099-01-01\n---\n\n{name}\n"),
    "translation": ("cases/{n}.zh-hant.md", "---\ntitle: A\n---\n\n{name}\n"),
    "body": ("explainers/{n}.md", "---\ntitle: A\n---\n\nSaid {name} to us.\n"),
    "heading": ("pages/{n}.md", "---\ntitle: A\n---\n\n## {name}\n"),
    "claim": ("cases/{n}.md", "---\ntitle: A\n---\n\n/// claims\n- {name} [@a]. {{#b}}\n///\n"),
    "event": ("cases/{n}.md", "---\ntitle: A\n---\n\n/// timeline\n- 2019: {name}\n///\n"),
    "question": ("cases/{n}.md", "---\ntitle: A\n---\n\n/// disagree | {name}?\n- A\n///\n"),
    "citation": ("cases/{n}.md", "---\ntitle: A\n---\n\nIt is [see {name}, @a, p. 2].\n"),
    "alternative text": ("pages/{n}.md", "---\ntitle: A\n---\n\n![{name}](/images/a.png)\n"),
    "code": ("pages/{n}.md", "---\ntitle: A\n---\n\n```text\n{name}\n```\n"),
    "footnote": ("pages/{n}.md", "---\ntitle: A\n---\n\nA.[^1]\n\n[^1]: {name}\n"),
    "source": ("sources/{n}.yaml", "- id: s{n}\n  title: {name}\n"),
    "note": ("sources/{n}.yaml", "- id: s{n}\n  title: A\n  custom:\n    note: {name}\n"),
    "field of CSL that we do not read": ("sources/{n}.json", '[{{"editor": "{name}"}}]'),
    "chart": ("data/charts/{n}.csv", "x,y,source\n{name},12,a\n"),
    "column": ("data/charts/{n}.csv", "{name},y,source\nA,12,a\n"),
    "glossary": ("data/glossary.yaml", "- id: a\n  en: {{term: A, definition: {name}}}\n"),
    "vocabulary": ("data/vocabulary.yaml", "platforms: {{a: {{en: {name}}}}}\n"),
    "correction": ("corrections.yaml", "- page: /a/\n  date: 2026-01-01\n  was: {name}\n"),
    "what nothing reads": ("notes/{n}.txt", "{name}\n"),
}


def withheld() -> str:
    names = sorted(digest(one, SALT, KEY.encode(), simplified) for one in (NAME, HAN))
    return f"salt: '{SALT.hex()}'\nnames: {json.dumps(names)}\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Check a tree with the list in it, in this process; gives the lines on withheld names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    monkeypatch.setenv("WITHHELD_KEY", KEY)

    def told(tree: Mapping[str, str | bytes]) -> list[str]:
        for name, text in {**tree, "withheld.yaml": withheld()}.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = main(["check", "--input", "content", "--cache", "cache"])
        out, err = capsys.readouterr()
        assert not SECRET.search(out + err), SECRET.search(out + err)
        assert not any(SECRET.search(str(one)) for one in files(tmp_path / "cache").values())
        found = [line for line in err.splitlines() if line.endswith("[withheld-name]")]
        assert status == (1 if found else status)
        return found

    return told


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_name_is_found_in_every_field(check, disguise: str) -> None:
    tree = {
        where.format(n=f"f{number}"): text.format(name=disguise, n=number)
        for number, (where, text) in enumerate(FIELDS.values())
    }
    found = {line.split(":")[0].removeprefix("content/") for line in check(tree)}
    assert tree.keys() - found == set()


def test_other_names_are_not_found(check) -> None:
    others = ("Kitchen Ya Ting", "Chen Ya", "Chenoweth Ya Ting", "陳雅", "婷雅", "Chen. Chen")
    tree = {
        where.format(n=f"f{number}-{place}"): text.format(name=other, n=number)
        for place, other in enumerate(others)
        for number, (where, text) in enumerate(FIELDS.values())
    }
    assert check(tree) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("images/chen-ya-ting.png", "images/[withheld]"),
        ("images/Chen Ya-ting/a.png", "images/[withheld]/a.png"),
        ("cases/chenyating.md", "cases/[withheld]"),
        ("explainers/陈雅婷.md", "explainers/[withheld]"),
        ("sources/陳雅婷.yaml", "sources/[withheld]"),
        ("data/charts/chen_ya_ting.csv", "data/charts/[withheld]"),
    ],
)
def test_names_of_files_are_looked_through_and_hidden(check, name: str, shown: str) -> None:
    found = check({name: "", "pages/a.md": "---\ntitle: A\n---\n"})
    assert [line.split(": ")[0] for line in found] == [f"content/{shown}:1:1"]


def test_a_name_that_is_refused_anyway_is_hidden_too(check, tmp_path: Path) -> None:
    """A path with a percent sign is not read; the error says so without the name."""
    (tmp_path / "content" / "images" / "Chen%20Ya-ting").mkdir(parents=True)
    check({"pages/a.md": "---\ntitle: A\n---\n"})
    assert main(["check", "--input", "content"]) == 1


@pytest.mark.parametrize(
    "record",
    [
        "{family: Chen, given: Ya-ting}",
        "{family: Ya-ting, given: Chen}",
        "{family: 陳, given: 雅婷}",
        "{literal: 雅婷}, {family: 陈, given: 雅婷}",
    ],
)
def test_authors_are_found_in_both_orders(check, record: str) -> None:
    source = (
        "- id: a\n  title: A\n  issued: 2020\n  URL: https://a.example/\n"
        f"  author: [{record}]\n  custom: {{kind: law}}\n"
    )
    assert len(check({"sources/a.yaml": source})) == 1


def pictures() -> dict[str, bytes]:
    """Make pictures that hold a name in each place that their kinds have for words."""
    plain = Image.new("RGB", (8, 8), (10, 20, 30))
    exif = {name: Image.Exif() for name in ("latin", "wide", "gps", "user")}
    exif["latin"][0x010E] = NAME
    exif["wide"][0x9C9D] = f"{HAN}\0".encode("utf-16-le")
    exif["gps"].get_ifd(0x8825)[0x001C] = b"ASCII\0\0\0" + NAME.encode()
    exif["user"].get_ifd(0x8769)[0x9286] = b"UNICODE\0" + HAN.encode("utf-16-be")
    text = {kind: PngImagePlugin.PngInfo() for kind in ("text", "packed", "wide")}
    text["text"].add_text("Author", NAME)
    text["packed"].add_text("Comment", NAME, zip=True)
    text["wide"].add_itxt("Title", HAN, lang="zh", zip=True)
    wanted: dict[str, tuple[str, dict[str, object]]] = {
        **{f"exif-{name}.jpg": ("JPEG", {"exif": one}) for name, one in exif.items()},
        **{f"{name}.png": ("PNG", {"pnginfo": one}) for name, one in text.items()},
        "exif.png": ("PNG", {"exif": exif["wide"]}),
        "exif.webp": ("WEBP", {"exif": exif["wide"]}),
        "xmp.jpg": ("JPEG", {"xmp": f"<x:xmpmeta><dc:creator>{NAME}".encode()}),
        "xmp.webp": ("WEBP", {"xmp": f"<dc:creator>{HAN}".encode()}),
        "comment.jpg": ("JPEG", {"comment": HAN.encode("gb18030")}),
        "comment.gif": ("GIF", {"comment": HAN.encode("big5")}),
        "profile.png": ("PNG", {"icc_profile": b"\0" * 128 + NAME.encode("utf-16-be")}),
    }
    made = {}
    for name, (kind, options) in wanted.items():
        out = BytesIO()
        plain.save(out, kind, **options)  # type: ignore[arg-type]  # each kind has its own
        made[f"images/{name}"] = out.getvalue()
    made["images/behind.png"] = made["images/text.png"].replace(NAME.encode(), b"x" * 12)
    made["images/behind.png"] += NAME.encode()
    return made


def test_what_pictures_hold_beside_their_pixels_is_looked_through(check) -> None:
    tree = pictures()
    assert len(tree) >= 15
    found = {line.split(":")[0].removeprefix("content/") for line in check(tree)}
    assert found == tree.keys()


def test_what_only_the_output_holds_is_found_before_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site's own name comes from the settings, which no scan of the content sees."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    monkeypatch.setenv("WITHHELD_KEY", KEY)
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "a.md").write_text("---\ntitle: A\n---\n\nWords.\n")
    build = ["build", "--input", "content", "--output", "output", "--cache", "cache"]
    assert main(build) == 0
    before = files(tmp_path / "output")
    capsys.readouterr()
    name = digest("Third Reader", SALT, KEY.encode(), simplified)
    (tmp_path / "content" / "withheld.yaml").write_text(
        f"salt: '{SALT.hex()}'\nnames: ['{name}']\n", encoding="utf-8"
    )
    assert main(build) == 1
    out, err = capsys.readouterr()
    assert "output is as it was" in out
    assert re.search(r"^output/a/index\.html:\d+:1: error: .* \[withheld-name\]$", err, re.M)
    assert "hird" not in err
    assert files(tmp_path / "output") == before
