"""Where a site and a preview go, what is said then, and settings that are refused before it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BUILD_DAY, Outcome, Run, files
from third_reader import cli
from third_reader.build import Wish

PAGE = "---\ntitle: {name}\nstatus: {status}\n---\n\nWords.\n"
TREE = {
    "pages/about.md": PAGE.format(name="About", status="published"),
    "pages/later.md": PAGE.format(name="Later", status="draft"),
}
SITE = "https://reader.example"
NOTE = (
    "note: no CONTACT_EMAIL was given, so there is no security.txt and no link to report an error\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process, where `serve` builds once and ends."""

    def once(wish: Wish, build: Callable[[Wish], int]) -> int:
        return build(wish)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("third_reader.serve.serve", once)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    for name in ("SITEURL", "CONTACT_EMAIL", "SIGNING_KEY"):
        monkeypatch.delenv(name, raising=False)

    def told(*arguments: str | Path, **env: str) -> Outcome:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        status = cli.main([str(one) for one in arguments])
        return Outcome(status, *capsys.readouterr())

    return told


def test_a_preview_leaves_what_is_to_be_published_as_it_is(tree, run, tmp_path: Path) -> None:
    tree(TREE)
    strict = run("build", "--strict", SITEURL=SITE)
    assert strict == Outcome(0, "The site is in output; copy that folder to your host\n", NOTE)
    before = files(tmp_path / "output")
    assert run("serve").stdout == "The preview is in .cache/preview\n"
    assert files(tmp_path / "output") == before
    assert "later/index.html" not in before
    assert (tmp_path / ".cache" / "preview" / "later" / "index.html").is_file()
    assert run("serve", "--output", "seen").stdout == "The preview is in seen\n"


def test_a_build_says_how_to_see_it(tree, run, tmp_path: Path) -> None:
    content = tree(TREE)
    assert run("build").stdout == "The site is in output; see it with 'make serve'\n"
    content.rename(tmp_path / "my tree")
    told = run("build", "--input", "my tree").stdout
    assert told == "The site is in output; see it with 'make serve INPUTDIR='my tree''\n"


def test_with_a_contact_there_is_no_note(tree, run, tmp_path: Path) -> None:
    tree(TREE)
    built = run("build", "--strict", SITEURL=f"{SITE}/", CONTACT_EMAIL="desk@reader.example")
    assert (built.status, built.stderr) == (0, "")
    assert (tmp_path / "output" / ".well-known" / "security.txt").is_file()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("reader.example", "write https://reader.example\n"),
        ("ftp://reader.example", "write http or https and a host"),
        ("https://", "write http or https and a host"),
        ("https://reader..example", "write http or https and a host"),
        ("https://reader.example?a=b", "write http or https and a host"),
        ("https://reader.example/#a", "write http or https and a host"),
        ("https://reader.example /", "write http or https and a host"),
        ("https://me@reader.example", "write http or https and a host"),
        ("https://user.github.io/repo", "the site needs the root of a host"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_an_address_of_the_site_that_would_break_is_refused(
    tree, run, command: str, address: str, words: str
) -> None:
    tree(TREE)
    ended = run(command, "--strict", SITEURL=address)
    assert (ended.status, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert ended.stderr.startswith("error: SITEURL is '")
    assert words in ended.stderr


@pytest.mark.parametrize(
    "address", ["http://reader.example", "http://127.0.0.1:8000", f"http://{'a' * 56}.onion", ""]
)
def test_an_address_that_is_a_root_is_taken(tree, run, address: str) -> None:
    tree(TREE)
    assert run("check", SITEURL=address, CONTACT_EMAIL="a.b+c@reader.example").status == 0


@pytest.mark.parametrize("contact", ["foo", "a@b@c", "a b@reader.example", "a@b?subject=x"])
def test_a_contact_that_is_no_address_is_refused(tree, run, contact: str) -> None:
    tree(TREE)
    ended = run("check", CONTACT_EMAIL=contact)
    assert ended.status == 2
    assert ended.stderr == f"error: CONTACT_EMAIL is '{contact}'; write name@host\n"


def test_a_tilde_that_the_shell_left_is_the_home_folder(tree, run, tmp_path: Path) -> None:
    tree(TREE)
    ended = run("bundle", SITEURL=SITE, SIGNING_KEY="~/none", HOME=str(tmp_path))
    assert ended.stderr.startswith(f"error: {tmp_path}/none: there is no such key")
    ended = run("bundle", SIGNING_KEY="~no-such-user/key")
    assert ended.stderr.startswith("error: ~no-such-user/key: there is no such key")
    (tmp_path / "signers").write_text("", encoding="utf-8")
    ended = run("verify", "--bundle", tmp_path, "--allowed", "~/signers")
    assert "no such list" not in ended.stderr
