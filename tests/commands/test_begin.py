"""A scaffold passes the check but for warnings on what is to be filled in, and is not published."""

import re
from pathlib import Path

import pytest

from tests.conftest import BUILD_DAY, Outcome, Run
from third_reader.cli import main

URL = "https://www.Harbour-Post.example/2020/03/04/letter-opened"
OTHER = "https://harbour-post.example/2020/03/04/another"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process: no start-up is waited for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)

    def told(*arguments: str | Path) -> Outcome:
        status = main([str(one) for one in arguments])
        return Outcome(status, *capsys.readouterr())

    return told


def begin(run, content, url: str = URL, file: str = "") -> str:
    ended = run("new-source", "--input", content, "--url", url, "--file", file)
    assert ended.status == 0, ended.stderr
    return ended.stdout


def test_a_new_case_has_nothing_but_todos(tree, run, monkeypatch) -> None:
    content = tree({"data/vocabulary.yaml": "platforms: {wechat: {en: WeChat}}"})
    began = run("new-case", "--input", content, "--slug", "lin-mei")
    assert (began.status, began.stderr) == (0, "")
    assert began.stdout.startswith("content/cases/lin-mei.md is begun; ")
    page = (content / "cases" / "lin-mei.md").read_text(encoding="utf-8")
    checked = run("check", "--input", content)
    assert checked.status == 0
    assert len(checked.diagnostics) == page.count("TODO") > 10
    for line in checked.diagnostics:
        assert re.match(r"content/cases/lin-mei\.md:\d+:\d+: warning: 'TODO[ :].*\[todo\]$", line)
    for name in ("title", "summary", "reviewed", "platform", "from", "to", "mechanism", "envelope"):
        assert re.search(rf"^(# )?{name}:", page, re.M), name
    monkeypatch.setenv("SITEURL", "https://reader.example")
    assert run("build", "--strict", "--input", content).status == 1


def test_the_fields_of_a_new_case_hold_when_the_marks_are_taken_away(tree, run) -> None:
    words = {
        "platforms": "letter: {en: Letter}",
        "mechanisms": "opened: {en: Opened}",
        "outcomes": "none: {en: None}",
        "countries": "CN-SX: {en: Shanxi}, CN: {en: China}, US: {en: United States}",
    }
    source = (
        "- {id: source-id, type: article, title: T, issued: 2020, URL: 'https://a.example/', "
        "custom: {kind: news-report, read: whole, no-copy-known: 2026-11-24}}\n"
    )
    content = tree(
        {
            "data/vocabulary.yaml": "".join(
                f"{facet}: {{{one}}}\n" for facet, one in words.items()
            ),
            "sources/all.yaml": source,
        }
    )
    run("new-case", "--input", content, "--slug", "lin-mei")
    file = content / "cases" / "lin-mei.md"
    page = re.sub(r"^# ", "", file.read_text(encoding="utf-8"), flags=re.M)
    for facet, id_ in (("platforms", "letter"), ("mechanisms", "opened"), ("outcomes", "none")):
        page = page.replace(f"TODO: an id of {facet} in data/vocabulary.yaml", id_)
    file.write_text(page, encoding="utf-8")
    checked = run("check", "--input", content)
    assert [line for line in checked.diagnostics if not line.endswith("[todo]")] == []
    assert len(checked.diagnostics) == page.count("TODO")


@pytest.mark.parametrize("slug", ["", "Lin", "../lin", "lin mei", "con", "x" * 81])
def test_a_new_case_has_a_name_that_is_an_address(tree, run, slug: str) -> None:
    content = tree({"pages/a.md": "---\ntitle: A\n---\n"})
    ended = run("new-case", "--input", content, "--slug", slug)
    assert ended.status == 2
    assert ended.stderr.startswith("error: ")
    assert not (content / "cases").exists()


def test_a_case_that_is_there_stays_as_it_is(tree, run) -> None:
    content = tree({"cases/lin.md": "mine"})
    ended = run("new-case", "--input", content, "--slug", "lin")
    assert (ended.status, ended.stderr.endswith("this case is there already\n")) == (2, True)
    assert (content / "cases" / "lin.md").read_text() == "mine"


def test_a_new_source_has_what_its_address_tells(tree, run) -> None:
    content = tree({"pages/a.md": "---\ntitle: A\n---\n\nWords [@harbour-post-2020-03-04].\n"})
    assert "[@harbour-post-2020-03-04]" in begin(run, content)
    record = (content / "sources" / "new.yaml").read_text(encoding="utf-8")
    assert f'  URL: "{URL}"\n' in record
    assert "  container-title: harbour-post.example  # TODO" in record
    assert "  issued: 2020-03-04  # TODO" in record
    assert "    no-copy-known: 2026-11-24  # TODO" in record
    assert "    read: none  # TODO" in record
    checked = run("check", "--input", content)
    assert checked.status == 0
    assert len(checked.diagnostics) == record.count("TODO")
    assert {line.rpartition("[")[2] for line in checked.diagnostics} == {"todo]"}


def test_records_are_appended_and_their_ids_differ(tree, run) -> None:
    mine = "- {id: a, title: A, issued: 2020, URL: https://a.example/, custom: {kind: law}}  # mine"
    content = tree({"pages/a.md": "---\ntitle: A\n---\n", "sources/my.yaml": mine})
    assert "[@harbour-post-2020-03-04]" in begin(run, content, URL, "my.yaml")
    assert "[@harbour-post-2020-03-04-2]" in begin(run, content, OTHER, "my.yaml")
    assert "[@b-is-it]" in begin(run, content, "http://b.example/x/Is%20it.html?q=1", "my.yaml")
    text = (content / "sources" / "my.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"{mine}\n\n- id: harbour-post-2020-03-04\n")
    assert text.count("\n\n- id: ") == 3
    assert "undated: true  # TODO" in text
    assert " error: " not in run("check", "--input", content).stderr


def test_the_address_of_a_copy_tells_the_original_and_the_copy(tree, run) -> None:
    content = tree({"pages/a.md": "---\ntitle: A\n---\n"})
    copy = f"https://web.archive.org/web/20210203040506/{URL}"
    assert "[@harbour-post-2020-03-04]" in begin(run, content, copy)
    record = (content / "sources" / "new.yaml").read_text(encoding="utf-8")
    assert f'URL: "{URL}"' in record
    assert f'archived: [{{url: "{copy}", date: 2021-02-03}}]' in record
    assert "no-copy-known" not in record


@pytest.mark.parametrize(
    ("url", "file", "words"),
    [
        ("", "", "'' is no address of a source"),
        ("ftp://a.example/", "", "'ftp://a.example/' is no address of a source"),
        ("https://user@a.example/", "", "is no address of a source"),
        ("https://[a.example/", "", "is no address"),
        (URL, "../x.yaml", "'../x.yaml' is no file of sources"),
        (URL, "map.yaml", "this is no list of sources"),
        ("https://there.example/b/", "", "is there already, as 'a'"),
    ],
)
def test_what_cannot_be_begun_changes_nothing(tree, run, url: str, file: str, words: str) -> None:
    record = "{id: a, title: A, issued: 2020, URL: https://there.example/b, custom: {kind: law}}"
    content = tree({"sources/map.yaml": f"references: [{record}]\n"})
    ended = run("new-source", "--input", content, "--url", url, "--file", file)
    assert ended.status == 2
    assert words in ended.stderr
    assert [one.name for one in (content / "sources").iterdir()] == ["map.yaml"]
    assert (content / "sources" / "map.yaml").read_text() == f"references: [{record}]\n"


def test_a_todo_is_found_in_sources_and_comments_but_not_in_code(tree, run) -> None:
    page = (
        "---\ntitle: A\n# TODO a day\nstatus: {status}\n---\n\n`TODO` is a word. TODOS too.\n\n"
        "```text\nTODO\n```\n\n> TODO: finish.\n"
    )
    content = tree(
        {
            "pages/a.md": page.format(status="published"),
            "pages/b.md": page.format(status="draft"),
        }
    )
    ended = run("check", "--input", content)
    assert [line.partition(": ")[0] for line in ended.diagnostics] == [
        "content/pages/a.md:3:3",
        "content/pages/a.md:13:3",
    ]
