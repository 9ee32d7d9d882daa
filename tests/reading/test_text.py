"""What Markdown becomes: code, headings, stops, scripts, notes, lists, terms, words."""

import pytest

from tests.reading.making import found, html, messages


def test_code_is_coloured_by_classes_alone(page) -> None:
    document = page("```python\nx = 1 < 2  # @a\n```\n")
    shown = html(document.body)
    assert shown.startswith('<pre tabindex="0"><code>x <span class="o">=</span>')
    assert '<span class="o">&lt;</span>' in shown
    assert "style" not in shown
    assert document.marks == ()


@pytest.mark.parametrize("fence", ["```", "````", "~~~"])
def test_code_without_a_language_is_as_written(page, fence: str) -> None:
    document = page(f"{fence}\n&lt; & <b> @a [@b]\n  two\n{fence}\n")
    assert found(document) == []
    assert html(document.body) == (
        '<pre tabindex="0"><code>&amp;lt; &amp; &lt;b&gt; @a [@b]\n  two\n</code></pre>'
    )


def test_entities_in_coloured_code_stay_what_was_written(page) -> None:
    document = page("```html\n&lt;b&gt;\n```\n")
    assert '<span class="ni">&amp;lt;</span>' in html(document.body)


def test_a_fence_holds_another_sign(page) -> None:
    document = page("~~~\n```\n~~~\n")
    assert "<code>```\n</code>" in html(document.body)


def test_code_stands_in_lists_and_quotations(page) -> None:
    document = page("- a\n\n    ```bash\n    ls <x>\n      y\n    ```\n- b\n\n> ```\n> z\n> ```\n")
    shown = html(document.body)
    assert found(document) == []
    assert '<li><p>a</p><pre tabindex="0"><code>ls &lt;x&gt;\n  y\n</code></pre></li>' in shown
    assert '<blockquote><pre tabindex="0"><code>z\n</code></pre></blockquote>' in shown


def test_tabs_indent_as_spaces_do(page) -> None:
    document = page("-\ta\n\t-\tb [@k]\n\t\t- c\n")
    assert html(document.body).count("<ul>") == 3
    assert document.marks[0].position.column == 7


def test_an_unknown_language_of_code_is_an_error(page) -> None:
    document = page("```pyton\nx\n```\n\n```klingon\nx\n```\n")
    assert found(document) == ["4:1 unknown-code-language", "8:1 unknown-code-language"]
    assert "did you mean 'python'?" in messages(document)
    assert "it knows bash, c," in messages(document)


def test_code_that_never_ends_is_an_error(page) -> None:
    document = page("One\n\n  ```python\nx\n")
    assert found(document) == ["6:3 unclosed-code"]


def test_headings_have_anchors_of_their_words(page) -> None:
    document = page("## One two!\n\n### One two!\n\n## 標題 二\n\n## ???\n\n## `a & <b>`\n")
    assert [(one.id, one.words, one.level) for one in document.headings] == [
        ("one-two", "One two!", 2),
        ("one-two-2", "One two!", 3),
        ("標題-二", "標題 二", 2),
        ("section", "???", 2),
        ("a-b", "a & <b>", 2),
    ]


def test_a_heading_may_have_its_own_anchor(page) -> None:
    document = page("## One {#mine}\n\n## Two [@a] {#mine}\n")
    assert [one.id for one in document.headings] == ["mine", "mine"]
    assert found(document) == ["6:4 duplicate-id"]
    assert "line 4" in messages(document)
    assert document.headings[1].words == "Two"


def test_the_pages_own_title_is_the_only_first_heading(page) -> None:
    document = page("# One\n\n###### Six\n")
    assert html(document.body) == '<h2 id="one">One</h2><h6 id="six">Six</h6>'


STOPS = {
    "One [@a].": "One.{1}",
    "One [@a]. Two": "One.{1} Two",
    "One [@a] [@b].": "One.{1}{2}",
    "One [@a]; two": "One;{1} two",
    "One[@a]?": "One?{1}",
    "“One [@a]”": "“One”{1}",
    "(one [@a]).": "(one).{1}",
    "One [@a] two": "One{1} two",
    "One @a.": "One {1}.",
    "One -@a.": "One.{1}",
    "One @a [p. 3].": "One {1}.",
    "[@a]: one": ":{1} one",
    "[@a]: https://a.example/": (":{1} https://a.example/"),
}


@pytest.mark.parametrize("body", STOPS)
def test_a_stop_stands_before_the_marks(page, body: str) -> None:
    assert html(page(body + "\n").body).startswith(f'<div class="passage"><p>{STOPS[body]}</p>')


def test_a_chinese_stop_stands_before_the_marks_too(page) -> None:
    shown = html(page("他說[@a]。又說[@b]，\n", lang="zh-hant").body)
    assert "他說。{1}又說，{2}" in shown


def test_words_in_another_script_have_their_language(page) -> None:
    english = html(page("See 日本語テキスト, 한국어, 國際.\n").body)
    assert '<span lang="ja">日本語テキスト</span>' in english
    assert '<span lang="ko">한국어</span>' in english
    assert '<span lang="zh-Hant">國際</span>' in english
    chinese = html(page("國際 news.\n", lang="zh-hant").body)
    assert "lang=" not in chinese


def test_script_spans_leave_tags_alone(page) -> None:
    shown = html(page('[words](/x/ "標題") and ![圖](/images/x.png)\n').body)
    assert 'title="標題"' in shown
    assert 'alt="圖"' in shown


def test_notes_are_numbered_and_lead_back(page) -> None:
    document = page("One[^b] two[^a].\n\n[^a]: First.\n[^b]: Second [@k].\n\n    More.\n")
    shown = html(document.body)
    assert '<sup id="fnref:b"><a class="footnote-ref" href="#fn:b">1</a></sup>' in shown
    assert shown.index('id="fn:b"') < shown.index('id="fn:a"')
    assert 'href="#fnref:a"' in shown
    assert [mark.item.key for mark in document.marks] == ["k"]


def test_a_note_that_is_not_there_is_text(page) -> None:
    assert "[^x]" in html(page("One[^x].\n").body)


def test_definition_lists_are_lists(page) -> None:
    shown = html(page("One\n:   First\n:   Second\n\nTwo\n:   Third\n").body)
    assert shown == "<dl><dt>One</dt><dd>First</dd><dd>Second</dd><dt>Two</dt><dd>Third</dd></dl>"


def test_tables_scroll_and_align_by_class(page) -> None:
    shown = html(page('## T "x"\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n').body)
    assert 'tabindex="0" aria-label="T &quot;x&quot;"><table>' in shown
    assert '<th class="align-left">a</th><th class="align-right">b</th>' in shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[[end-to-end]]", '<a href="/glossary/#end-to-end">\ue000end-to-end\ue001</a>'),
        ("[[kong|the police]]", '<a href="/glossary/#kong">the police</a>'),
        ("[the [[kong|police]]](/x/)", '<a href="/x/">the <span>police</span></a>'),
        ("[[kong|the *bad* police]]", '<a href="/glossary/#kong">the <em>bad</em> police</a>'),
        ("[[Not One]]", "[[Not One]]"),
        ("`[[kong]]`", "<code>[[kong]]</code>"),
    ],
)
def test_a_term_gives_its_words(page, written: str, shown: str) -> None:
    assert html(page(f"A {written} b\n").body).partition("{terms")[0] == f"<p>A {shown} b</p>"


def test_definitions_may_stand_under_the_text_that_uses_the_terms(page) -> None:
    body = "# [[a]]\n\n[[b]] and [[a|it]], [[b]] [@x]\n\n- [[c]]\n- d\n\nWords.\n"
    shown = html(page(body).body)
    assert shown.count("{terms") == 2
    assert "{notes 1}{terms a,b}</div>" in shown
    assert "</ul>{terms c}<p>Words.</p>" in shown


UNCITED = {
    "Words.": ["6:1"],
    "Words.\nMore.\n\nOther.": ["6:1", "9:1"],
    "- one\n- two [@a]\n- three": ["6:3", "8:3"],
    "1. one\n2. two": ["6:4", "7:4"],
    "- one [@a]\n    - two\n    - three [@a]": ["7:7"],
    "- one:\n    - two": ["7:7"],
    "> Words.\n>\n> More [@a].": ["6:3"],
    "Term\n:   Words.": ["6:1"],
    "**Words.**": ["6:1"],
    "[words](/x/)": ["6:1"],
    "中文。": ["6:1"],
    "@": ["6:1"],
    "Words: more": ["6:1"],
}


@pytest.mark.parametrize("body", UNCITED)
def test_prose_without_a_source_is_an_error_in_a_case(case, body: str) -> None:
    document = case(body + "\n")
    assert found(document) == [f"{place} paragraph-without-source" for place in UNCITED[body]]


@pytest.mark.parametrize("body", UNCITED)
def test_pages_are_free(page, body: str) -> None:
    assert found(page(body + "\n")) == []


CITED = [
    *("Words [@a].", "Says @a.", "Words.[@a]", "- one [@a]", "- one [@a]\n    - two [@b]"),
    *("Lead-in:", "引言：", "**Lead-in:**", "- lead-in:\n    - one [@a]", "Lead-in:\n\n- one [@a]"),
    *("## Heading", "| a |\n|---|\n| b |", "```\ncode\n```", "![words](/images/x.png)", "---"),
    *("> Words [@a].", "Term\n:   Words [@a].", "Words[^1] [@a].\n\n[^1]: note", "    code"),
    *("/// analysis\nWords.\n\n- one\n///", "/// safety\nWords.\n///", "/// unknown\n- What?\n///"),
    "Words, *then\nmore [@a]* and more.",
]


@pytest.mark.parametrize("body", CITED)
def test_prose_with_a_source_and_what_is_no_prose_pass(case, body: str) -> None:
    assert found(case(body + "\n")) == []


def test_a_near_miss_is_not_also_a_missing_source(case) -> None:
    assert found(case("Words [@a, @b].\n\n- [@a][@b]\n")) == [
        "6:7 citation-separator",
        "8:3 citation-adjacent",
    ]


def test_what_is_said_of_prose_quotes_it_as_read(case) -> None:
    document = case("A &amp; `b & c`  \nthen\n")
    assert "'A & b & c then' cites nothing" in messages(document)


@pytest.mark.parametrize(
    ("body", "words"),
    [("One two three.", 3), ("中文字", 3), ("WeChat 微信 app", 4), ("", 0), ("日本語テスト", 6)],
)
def test_words_are_counted_and_chinese_by_character(page, body: str, words: int) -> None:
    assert page(body).words == words


def test_a_passage_names_its_marks_below(page) -> None:
    document = page("One [@a; @b] and @c.\n\nTwo.\n\n- three [@a]\n- four\n")
    assert html(document.body) == (
        '<div class="passage"><p>One{1,2} and {3}.</p>{notes 1,2,3}</div><p>Two.</p>'
        '<ul><li class="passage">three{4}{notes 4}</li><li>four</li></ul>'
    )
    assert [mark.group for mark in document.marks] == [0, 0, 1, 2]
