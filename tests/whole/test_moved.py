"""An address that a page had before leads to it, without scripts; two pages never claim one."""

import json
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import BUILD_DAY, ROOT, files, program
from third_reader.cli import main

SMALL = ROOT / "tests" / "golden" / "small" / "tree"
SITE = "https://reader.example"
OLD, NEW = "/cases/steamed-letter/", "/cases/lin-letter/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("moved")
    places = ("--output", folder / "output", "--cache", folder / "cache")
    ended = program("build", "--input", SMALL, *places, cwd=folder, env={"SITEURL": SITE})
    assert ended.status == 0, ended.stderr
    return files(folder / "output")


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_an_old_address_leads_to_the_new_one(built: dict[str, bytes], prefix: str) -> None:
    page = html.fromstring(built[f"{prefix}{OLD}index.html".lstrip("/")])
    target = prefix + NEW
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert page.xpath(f"//main//a[@href='{target}']")
    assert page.xpath("//link[@rel='canonical']/@href") == [SITE + target]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//script") == page.xpath("//link[@hreflang]") == []
    assert f"{target.lstrip('/')}index.html" in built


def test_hosts_that_redirect_are_told_where_to(built: dict[str, bytes]) -> None:
    assert built["_redirects"].decode().splitlines() == [
        f"{prefix}{OLD}* {prefix}{NEW}:splat 301" for prefix in ("", "/zh-hant")
    ]


def test_nothing_else_knows_the_old_address(built: dict[str, bytes]) -> None:
    leads = {
        "SHA256SUMS",
        "_redirects",
        *(f"{one}{OLD}index.html".lstrip("/") for one in ("", "/zh-hant")),
    }
    named = {name for name, data in built.items() if b"cases/steamed-letter/" in data}
    assert named <= leads
    assert "sitemap.xml" not in named


PAGE = "---\ntitle: {slug}\n{more}---\n\nWords.\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)

    def told(pages: dict[str, str], *options: str) -> list[str]:
        for slug, more in pages.items():
            file = tmp_path / "content" / "pages" / f"{slug}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(PAGE.format(slug=slug, more=more), encoding="utf-8")
        main(["check", "--input", "content", *options])
        return capsys.readouterr().err.splitlines()

    return told


@pytest.mark.parametrize(
    ("pages", "line"),
    [
        (
            {"a": "was: [old]\n", "b": "was: [older, old]\n"},
            "content/pages/b.md:3:14: error: 'old' is taken by 'content/pages/a.md'; "
            "take it out of 'was' [address-taken]",
        ),
        (
            {"a": "was: [b]\n", "b": ""},
            "content/pages/a.md:3:7: error: 'b' is taken by 'content/pages/b.md'; "
            "take it out of 'was' [address-taken]",
        ),
        (
            {"a": "was: [a]\n"},
            "content/pages/a.md:3:7: error: 'a' is taken by this page; "
            "take it out of 'was' [address-taken]",
        ),
        (
            {"a": "was: [sources]\n"},
            "content/pages/a.md:3:7: error: slug 'sources' is an address of the site itself; "
            "take it out of 'was' [reserved-slug]",
        ),
        (
            {"a": "was: [Old]\n"},
            "content/pages/a.md:3:7: error: entry 1 of 'was' is 'Old'; write small letters a–z, "
            "digits and hyphens, at most 80, as gao-zhigang [bad-value]",
        ),
    ],
)
def test_a_slug_that_something_else_has_is_an_error(check, pages, line: str) -> None:
    assert check(pages) == [line]


def test_a_draft_that_moved_leads_nowhere_and_takes_nothing(check) -> None:
    assert check({"a": "was: [old]\nstatus: draft\n", "b": "was: [old]\n"}) == []


def test_a_link_to_an_old_address_is_told_the_new_one(check) -> None:
    pages = {"a": "was: [old]\n", "b": "---\n\nSee [it](/old/).\n\n"}
    assert check(pages) == [
        "content/pages/b.md:5:8: error: '/old/' has moved; link to '/a/' [broken-link]"
    ]


def test_a_claim_of_a_page_that_moved_has_not_vanished(tmp_path: Path, run) -> None:
    base = tmp_path / "claims.json"
    record = {"url": f"{SITE}{OLD}#claim-opened", "case": "steamed-letter", "id": "opened"}
    base.write_text(json.dumps([record, {**record, "id": "lost"}]), encoding="utf-8")
    told = run("check", "--input", SMALL, "--base", base).stderr
    assert "'lost' of '/cases/lin-letter/'" in told
    assert "claim 'opened'" not in told
