"""No source relays itself."""

from tests.checks.making import lines, site, source
from third_reader.checks.lineage import check


def told(*sources: object) -> list[str]:
    return lines(check(site([], sources)))


def test_a_line_without_a_circle_is_fine() -> None:
    assert told(source("a", "b", "c"), source("b", "c"), source("c")) == []


def test_a_circle_is_one_error_at_its_first_source_and_names_them_all() -> None:
    expected = [
        "content/sources/a.yaml:5:7: error: lineage runs in a circle: 'a → c → b → a'; "
        "take out the wrong 'derived-from' [circular-lineage]"
    ]
    circle = [source("b", "a"), source("a", "c", line=5), source("c", "b"), source("d", "a")]
    assert told(*circle) == expected
    assert told(*reversed(circle)) == expected


def test_a_source_that_relays_itself_is_a_circle() -> None:
    assert "'a → a'" in told(source("a", "a"))[0]


def test_circles_that_share_a_source_are_one_error() -> None:
    found = told(source("a", "b", "c"), source("b", "a"), source("c", "a"))
    assert len(found) == 1
    assert "'a → b → a', with 1 more tied to it;" in found[0]


def test_two_circles_are_two_errors() -> None:
    assert len(told(source("a", "b"), source("b", "a"), source("x", "y"), source("y", "x"))) == 2


def test_a_long_circle_is_one_line() -> None:
    ring = [source(f"source-{n:04}", f"source-{(n + 1) % 3000:04}") for n in range(3000)]
    (line,) = told(*ring)
    assert len(line.partition("error: ")[2]) < 200


def test_a_chain_of_sixteen_is_fine_and_a_longer_one_is_one_error() -> None:
    chain = [source("s00"), *(source(f"s{n:02}", f"s{n - 1:02}") for n in range(1, 40))]
    assert told(*chain[:17]) == []
    found = told(*chain)
    assert len(found) == 1
    assert "'s17' goes back through more than 16 sources" in found[0]


def test_the_longest_way_counts() -> None:
    short = [source(f"s{n:02}", f"s{n - 1:02}") if n else source("s00") for n in range(17)]
    assert told(*short, source("t", "s00", "s15")) == []
    assert "'t' goes back" in told(*short, source("t", "s00", "s16"))[0]
