"""What the quick validator takes, the one that tells what is wrong takes too."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from third_reader.reading import judge
from third_reader.reading.judge import KINDS, keeping, schema, telling
from third_reader.reading.site import read_site
from third_reader.settings import config_of, read_settings

TEXTS = (
    *(
        "a",
        "x" * 60,
        "CN",
        "CN-SX",
        "en",
        "/x/",
        "paper-2",
        "2019-12-11",
        "0000-01-01",
        "2019-12",
        "2019",
    ),
    *("https://a.example/", "10.1000/1", "1234-5678", "978-0-00-000000-0"),
)
ODD = (
    *(
        "",
        "x" * 81,
        "x" * 301,
        "a\n",
        "0000-01-01",
        "2019-13-11",
        "2019-02-29",
        "20191211",
        "２０１９-12-11",
        "#",
        '"',
    ),
    *(0, 1, 1800, 9999, 10_000, 2019.0, 2019.5, True, False, None, [], {}, [[2019, "1"]]),
    *(["a", "a"], ["a", 1, 1], [["a"]], {"a": "b"}, {"a": 1}),
)
KEYS = ("a", "a\n", "CN", "en", "zh-hans", "zh-hant-", "")


def like(part: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give values that look as a schema asks, and now and then others in their places."""
    if "$ref" in part:
        return like(whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in part:
        return st.one_of([like(one, whole) for one in part["anyOf"]])
    fits = fitting(part, whole)
    return st.integers(0, 20).flatmap(lambda roll: fits if roll else st.sampled_from(ODD))


def fitting(part: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give values that look as a schema asks."""
    if "const" in part:
        return st.just(part["const"])
    if "enum" in part:
        return st.sampled_from(part["enum"])
    match part.get("type", "object"):
        case "array":
            return st.lists(like(part.get("items", {}), whole), max_size=3)
        case "object":
            return maps(part, whole)
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(1799, 10_000)
        case _:
            long = [one for one in TEXTS if len(one) >= part.get("minLength", 0)]
            return st.sampled_from([one for one in long if re.search(part.get("pattern", ""), one)])


def maps(part: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give maps of some of a schema's keys, most with all that it requires."""
    named = {key: like(one, whole) for key, one in part.get("properties", {}).items()}
    needed = {key: named.pop(key) for key in part.get("required", ()) if key in named}
    others = [*part.get("patternProperties", {}).values(), part.get("additionalProperties")]
    more = [like(one, whole) for one in others if isinstance(one, dict)]
    further = st.dictionaries(st.sampled_from(KEYS), st.one_of(more), max_size=2)
    most = st.fixed_dictionaries(needed, optional=named)
    loose = st.fixed_dictionaries({}, optional={**needed, **named, "a": st.just("a")})
    made = st.integers(0, 9).flatmap(lambda roll: most if roll else loose)
    return st.builds(lambda one, two: one | two, made, further) if more else made


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_nothing_that_breaks_a_schema_is_passed_over(kind: str, data: st.DataObject) -> None:
    value = data.draw(like(schema(kind), schema(kind)))
    assert telling(kind).is_valid(value) or not keeping(kind).is_valid(value)


def test_all_that_we_publish_is_known_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "telling", lambda kind: pytest.fail(f"{kind}: read slowly"))
    read_site(Path("content").resolve(), config_of(read_settings(strict=False)))


def test_there_is_no_year_0() -> None:
    corrected = {"page": "/about/", "was": "a", "now": "b"}
    for day, good in (("0000-01-01", False), ("0001-01-01", True), ("2019-02-29", False)):
        assert keeping("correction").is_valid(corrected | {"date": day}) is good
