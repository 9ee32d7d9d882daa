"""What an author asks of the content: what-if, balance, diff."""

import shutil
from pathlib import Path

import pytest

SOURCES = """\
- {{id: a, type: article-newspaper, title: A report, issued: 2020-01-02, URL: https://a.example/,
   custom: {{kind: news-report, read: whole}}}}
- {{id: b, type: article-newspaper, title: Another, issued: 2020-01-03, URL: https://b.example/,
   custom: {{kind: news-report, read: whole{lineage}}}}}
- {{id: c, type: webpage, title: A statement, issued: 2020-01-04, URL: https://c.example/,
   custom: {{kind: party-claim, read: whole}}}}
"""
CASE = """\
---
title: A letter
summary: A letter was opened on its way, and the one who wrote it was asked about it by somebody.
date: 2026-11-20
reviewed: 2026-11-20
platform: post
from: CN-SX
to: [US]
mechanism: [steam]
outcome: questioned
{more}
envelope: {{from: "A [@a]", to: "B [@a]", also-read-by: "C [@b]"}}
---

/// claims

- The letter was opened [@a; @b]. {{#opened}}
- The letter was {colour} [@a]. {{#colour}}
{last}

///

/// unknown

- Who opened it? {asked}

///
"""
PERSON = "people: [{id: lin, name: Lin, role: sender, named-because: press, cite: '@a'}]"
PARTY = "- The post denies it [@c]. {#denied}"


def files(
    lineage: str = "",
    colour: str = "blue",
    last: str = "",
    more: str = "",
    asked: str = "No answer of the post was seen by 2026.",
) -> dict[str, str]:
    case = CASE.format(colour=colour, last=last, more=more, asked=asked)
    return {"cases/letter.md": case, "sources/all.yaml": SOURCES.format(lineage=lineage)}


def told(run, *arguments: str | Path) -> list[str]:
    ended = run(*arguments)
    assert ended.status == 0, ended.stderr
    return ended.stdout.splitlines()


def kept(content: Path) -> Path:
    return Path(shutil.copytree(content, content.with_name("base")))


def test_what_if_gives_each_claim_now_and_then(tree, run) -> None:
    content = tree(files())
    assert told(run, "what-if", "--input", content, "--without", "a") == [
        "/cases/letter/#claim-colour one-source -> nothing",
        "/cases/letter/#claim-opened corroborated -> one-source",
    ]


def test_what_if_suggests_an_id(tree, run) -> None:
    ended = run(
        "what-if", "--input", tree(files() | {"sources/x.yaml": X}), "--without", "zulu-202"
    )
    assert ended.status == 2
    assert ended.stderr.startswith("error: no source has the id 'zulu-202'; did you mean")


def test_what_if_without_a_source_asks_for_one(tree, run) -> None:
    ended = run("what-if", "--input", tree(files()), "--without", "")
    assert (ended.status, ended.stderr) == (
        2,
        "error: name the source to do without: WITHOUT=<its id>\n",
    )


def test_a_day_in_words_is_told_its_form(tree, run) -> None:
    wrong = files() | {"sources/x.yaml": X.replace("issued: 2020", "issued: 4 March 2020")}
    ended = run("check", "--input", tree(wrong))
    assert "'4 March 2020'; write it as 2019, 2019-12 or 2019-12-11 [bad-value]" in ended.stderr


X = """\
- {id: zulu-2020, type: webpage, title: X, issued: 2020, URL: https://x.example/,
   custom: {kind: analysis, read: whole}}
"""


def test_content_with_errors_is_told_as_by_check(tree, run) -> None:
    content = tree(files(last="- Wrong [@nobody]. {#wrong}"))
    for command in (("balance",), ("what-if", "--without", "a"), ("diff", "--base", content)):
        ended = run(*command, "--input", content)
        assert (ended.status, ended.stdout) == (1, "")
        assert "[unknown-source]" in ended.stderr


def test_balance_counts_by_state_and_company(tree, run) -> None:
    other = files(last=PARTY)["cases/letter.md"].replace("CN-SX", "RU")
    silent = files(asked="")["cases/letter.md"].replace("platform: post\n", "")
    content = tree(files() | {"cases/other.md": other, "cases/silent.md": silent})
    assert told(run, "balance", "--input", content) == [
        "all cases: 3 of 3 cases (100 %), answer 1, none found 1, neither 1",
        "state CN: 2 of 3 cases (67 %), answer 0, none found 1, neither 1",
        "state RU: 1 of 3 cases (33 %), answer 1, none found 0, neither 0",
        "company post: 2 of 3 cases (67 %), answer 1, none found 1, neither 0",
        "company -: 1 of 3 cases (33 %), answer 0, none found 0, neither 1",
    ]
    assert "[no-answer]" in run("check", "--input", content).stderr


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["no claim changed"]),
        ({"lineage": ", derived-from: [a]"}, ["regraded opened corroborated -> one-source"]),
        (
            {"colour": "red"},
            ["reworded colour [en] “The letter was blue.” -> “The letter was red.”"],
        ),
        ({"last": PARTY}, ["added denied party-claim"]),
        ({"more": PERSON}, ["name added Lin"]),
    ],
    ids=["nothing", "lineage", "words", "claim", "name"],
)
@pytest.mark.parametrize("form", ["tree", "site", "file"])
def test_diff_gives_a_line_for_each_change(
    tree, run, tmp_path: Path, change: dict[str, str], expected: list[str], form: str
) -> None:
    base = kept(tree(files()))
    if form != "tree":
        assert run("build", "--input", base, "--output", tmp_path / "out").status == 0
        base = tmp_path / "out" / ("data/claims.json" if form == "file" else "")
    assert told(run, "diff", "--input", tree(files(**change)), "--base", base) == expected


def test_diff_tells_claims_dropped_and_sources_added(tree, run) -> None:
    base = kept(tree(files(last=PARTY)))
    content = tree(files() | {"sources/x.yaml": X})
    assert told(run, "diff", "--input", content, "--base", base) == [
        "dropped denied party-claim",
        "source added zulu-2020",
    ]


def test_an_id_on_two_pages_is_named_with_its_page(tree, run) -> None:
    other = {"cases/other.md": files()["cases/letter.md"]}
    base = kept(tree(files() | other))
    content = tree(files(lineage=", derived-from: [a]"))
    assert told(run, "diff", "--input", content, "--base", base) == [
        "regraded opened (/cases/letter/) corroborated -> one-source",
        "regraded opened (/cases/other/) corroborated -> one-source",
    ]


@pytest.mark.parametrize("text", [None, "", "{}", "[{}]", '["x"]', '[{"lang": "en"}]'])
def test_a_base_that_is_none_is_said_in_one_line(tree, run, tmp_path: Path, text) -> None:
    base = tmp_path / "base.json"
    if text is not None:
        base.write_text(text, encoding="utf-8")
    ended = run("diff", "--input", tree(files()), "--base", base)
    if text == "{}":
        base = tmp_path
        ended = run("diff", "--input", tree(files()), "--base", base)
    assert ended.status == 2
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("error: ")


PROSE = """\
---
title: About
---

## Heading of nine words that is no sentence at all

A first sentence, *with* marks [and a link](https://a.example/long/address). A second.

- An item of a list

| a | table |
| --- | --- |
| with | words |

```text
code is no prose
```
"""


def test_stats_count_prose_without_citations_and_marks(tree, run) -> None:
    content = tree(files() | {"pages/about.md": PROSE})
    case, page = told(run, "stats", "--input", content)[1:]
    assert case == (
        "content/cases/letter.md: 20 words, 4 sentences, median 4, longest 9 "
        "'No answer of the post was seen by 2026.', grade level 1.1, "
        "2 claims (corroborated 1, one-source 1), 2 sources"
    )
    assert page == (
        "content/pages/about.md: 15 words, 3 sentences, median 5, longest 8 "
        "'A first sentence, with marks and a link.', grade level 0.5, 0 claims, 0 sources"
    )


def test_stats_of_all_pages_of_a_language_come_first(tree, run) -> None:
    chinese = "---\ntitle: 關於\n---\n\n這是一句話。這是第二句。\n"
    content = tree({"pages/about.md": PROSE, "pages/about.zh-hant.md": chinese})
    whole = [one for one in told(run, "stats", "--input", content) if one.startswith("all")]
    assert whole == [
        "all en: pages 1, 15 words, 3 sentences, median 5, longest 8 "
        "'A first sentence, with marks and a link.', grade level 0.5, 0 claims, 0 sources",
        "all zh-hant: pages 1, 10 words, 2 sentences, median 5, longest 5 '這是一句話。', "
        "0 claims, 0 sources",
    ]


def test_balance_has_the_words_of_the_vocabulary(tree, run) -> None:
    words = (
        "platforms: {post: {en: The post}}\nmechanisms: {steam: {en: Steam}}\n"
        "outcomes: {questioned: {en: Questioned}}\n"
        "countries: {CN-SX: {en: Shanxi}, CN: {en: China}, US: {en: United States}}\n"
    )
    content = tree(files() | {"data/vocabulary.yaml": words})
    assert told(run, "balance", "--input", content) == [
        "all cases: 1 of 1 case (100 %), answer 0, none found 1, neither 0",
        "state China: 1 of 1 case (100 %), answer 0, none found 1, neither 0",
        "company The post: 1 of 1 case (100 %), answer 0, none found 1, neither 0",
    ]


def test_stats_count_one_of_a_thing_as_one(tree, run) -> None:
    page = "---\ntitle: A\nsummary: {}\ndate: 2026-11-20\nreviewed: 2026-11-20\n---\n\n{}\n"
    one = page.format("x" * 60, "/// claims\n\n- Yes [@a]. {#yes}\n\n///")
    content = tree({"explainers/a.md": one, "sources/all.yaml": files()["sources/all.yaml"]})
    assert told(run, "stats", "--input", content)[1] == (
        "content/explainers/a.md: 1 word, 1 sentence, median 1, longest 1 'Yes.', "
        "grade level -3.4, 1 claim (one-source 1), 1 source"
    )


def test_a_check_of_good_content_says_how_much_it_judged(tree, run) -> None:
    content = tree({"pages/about.md": PROSE, "pages/more.md": PROSE})
    ended = run("check", "--input", content)
    assert (ended.stdout, ended.stderr) == ("nothing to mend: 0 cases, 2 pages\n", "")
    for form in ("github", "json"):
        assert run("check", "--input", content, "--format", form).stdout == ""
    assert run("check", "--input", tree({"pages/todo.md": PROSE + "\nTODO\n"})).stdout == ""
