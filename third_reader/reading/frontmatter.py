"""Front matter: YAML between two lines `---`, judged by the schema of its kind of page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.document import PageKind
from third_reader.model.position import Position
from third_reader.model.source import PartialDate
from third_reader.model.wording import quoted
from third_reader.reading.judge import BAD_DATE, judge, position
from third_reader.reading.text import TOO_LARGE
from third_reader.reading.yaml12 import Yaml, parse_yaml

SCHEMAS = {PageKind.CASE: "case", PageKind.EXPLAINER: "explainer", PageKind.PAGE: "page"}
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
LONGEST = 64 * 1024

NONE = Code(
    "front-matter",
    "A page begins with its front matter: a line `---`, YAML, and a line `---`. Without it the "
    "page has no title.",
)


@dataclass(slots=True)
class FrontMatter:
    """The values of a page's front matter, those that the schema allows, and its body."""

    values: Mapping[str, object] = field(default_factory=dict)
    yaml: Yaml = field(default_factory=Yaml)
    body: str = ""
    body_line: int = 1
    """The line of the file that the body begins on."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def text(self, key: str) -> str:
        """Give a text, or an empty one."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """Give a date, if there is one that exists."""
        try:
            return date.fromisoformat(self.text(key)) if self.text(key) else None
        except ValueError:
            return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self.values.get(key)
        return (
            tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
        )

    def maps(self, key: str) -> tuple[Mapping[str, object], ...]:
        """Give a list of maps."""
        value = self.values.get(key)
        return (
            tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
        )

    def map(self, key: str) -> Mapping[str, object]:
        """Give a map, or an empty one."""
        value = self.values.get(key)
        return cast(Mapping[str, object], value) if isinstance(value, dict) else {}


def parse_front_matter(text: str, path: str, kind: PageKind) -> FrontMatter:
    """Cut the front matter off a page and judge it; it is empty when it cannot be used."""
    done = FrontMatter()
    lines = text.split("\n")
    end = next((n for n, one in enumerate(lines[1:], 1) if one.rstrip() == "---"), None)
    size = sum(len(one.encode()) + 1 for one in lines[: end or 0])
    if lines[0].rstrip() == "---" and size > LONGEST:
        told = f"the front matter has {size} bytes; at most {LONGEST} are read"
        done.diagnostics.append(TOO_LARGE.error(Position(path), told))
        return done
    if lines[0].rstrip() != "---" or end is None:
        told = "this page has no front matter; begin it with '---', 'title: …' and '---'"
        if lines[0].rstrip() == "---" and end is None:
            text, told = "", "the front matter is never closed; end it with a line '---'"
        done.diagnostics.append(NONE.error(Position(path), told))
        done.body, done.body_line = text, 1
        return done
    done.body = "\n".join(lines[end + 1 :])
    done.body_line = end + 2
    done.yaml = parse_yaml("\n".join(lines[1:end]) + "\n", path, first_line=2)
    done.diagnostics += done.yaml.diagnostics
    if done.diagnostics:
        return done
    value = done.yaml.value if done.yaml.value is not None else {}
    if not isinstance(value, dict):
        done.diagnostics.append(
            NONE.error(
                Position(path, 2), "the front matter is no map; write 'title: …', one key a line"
            )
        )
        return done
    done.diagnostics += judge(value, SCHEMAS[kind], path, done.yaml)
    given = str(value.get("when", ""))
    if DATE.fullmatch(given) and when(given) is None:
        told = f"'when' is {quoted(given)}, which is no date; write one that exists, as 2019-12-11"
        done.diagnostics.append(BAD_DATE.error(position(path, done.yaml, ("when",)), told))
    done.values = value
    return done


def usable(front: FrontMatter) -> bool:
    """Tell whether the front matter has no error."""
    return not errors(front.diagnostics)


def when(value: object) -> PartialDate | None:
    """Give a date of a year, a month or a day, if it exists."""
    parts = str(value).split("-") if isinstance(value, str | int) else []
    if not parts or not all(one.isdecimal() for one in parts):
        return None
    numbers = [int(one) for one in parts]
    try:
        date(*[*numbers, 1, 1][:3])
    except (ValueError, OverflowError):
        return None
    return PartialDate(*numbers)
