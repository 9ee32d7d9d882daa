"""What holds of the grammar for every text."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from third_reader.citations import scanner
from third_reader.citations.grammar import find_citations
from third_reader.model.citation import Citation

PARTS = st.sampled_from(
    [
        *"[](){}<>@-*_;,.:!^\"' \n",
        *"；，、（）［］【】＠據說第頁–—",
        *(
            "@a",
            "-@b",
            "@{c}",
            "@{",
            "[@a",
            "[[",
            "]]",
            "](",
            "[^1]",
            "[^1",
            "![",
            "{p. A}",
            "p. 3",
        ),
        *("https://e.org/@x", "<a b>", "<!--", "me@e.org", "&amp;", "&", "第5頁", "see ", "word"),
        *(
            "\x0264\x03",
            "\x0259\x03",
            "\x0293\x03",
            "\x02klzzwxh:0001\x03",
            "\x02",
            "\x03",
            "[ref]",
        ),
    ]
)
TEXTS = st.lists(PARTS, max_size=30).map("".join) | st.text()


def spans(text: str) -> Sequence[tuple[int, int]]:
    return [
        (one.start if isinstance(one, Citation) else one.at, one.end)
        for one in find_citations(text, is_reference=lambda label: label in ("ref", "^1"))
    ]


@given(TEXTS)
@example("@{ @a}")
@example("@{@a}")
@example("[[@a]")
def test_answers_in_order_and_apart(text: str) -> None:
    end = 0
    for start, stop in spans(text):
        assert end <= start < stop <= len(text)
        end = stop


@given(TEXTS)
def test_every_item_stands_where_it_says(text: str) -> None:
    for one in find_citations(text, is_reference=lambda _: False):
        if isinstance(one, Citation):
            assert one.items
            places = [item.at for item in one.items]
            assert places == sorted(set(places))
            assert all(text[at] in "@-" and one.start <= at < one.end for at in places)


@given(TEXTS)
def test_text_without_the_sign_holds_nothing(text: str) -> None:
    assert not spans(text.replace("@", "").replace("＠", ""))


@given(TEXTS)
def test_what_code_hides_is_not_found(text: str) -> None:
    hidden = "".join(f"\x02{ord(character)}\x03" for character in text)
    assert spans(hidden) == []


@given(TEXTS, st.integers(1, 5))
def test_a_paragraph_of_its_own_changes_nothing_before_it(text: str, words: int) -> None:
    before = f"{'words ' * words}@a says so. "
    assert spans(before + text)[0] == (len(before) - 12, len(before) - 10)


@pytest.mark.parametrize(
    "run",
    ["[", "[@a", "@{", "<", "[@a](", "@a [", "[@a]", "@a;", "*a", "(@a, ", "]", "&amp", "[[a|"],
)
def test_a_long_run_takes_one_token_an_opening(run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = 0
    read = scanner._Scanner._read

    def counted(self: scanner._Scanner, match: object) -> int:
        nonlocal reads
        reads += 1
        return read(self, match)  # type: ignore[arg-type]  # self is the scanner that is patched

    monkeypatch.setattr(scanner._Scanner, "_read", counted)
    find_citations("@a " + run * 4000, is_reference=lambda _: False)
    assert reads <= 4 * 4000 + 4
