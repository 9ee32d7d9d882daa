"""`balance`: on whom the cases bear, and how many give the other side its answer."""

from collections import Counter
from collections.abc import Iterator

from third_reader.evidence.answers import Answer, answer
from third_reader.model.document import CaseFacts, PageKind
from third_reader.model.site import Site
from third_reader.model.wording import counted

NONE = "-"


def balance(site: Site) -> Iterator[str]:
    """Give a line for all cases, one a state and one a company, most cases first.

    A state is the country that the message was sent from, a company the platform, both in words of
    the vocabulary; the format does not say whom a case accuses. Each version of a case counts once,
    by its original.
    """
    total: Counter[Answer] = Counter()
    states: dict[str, Counter[Answer]] = {}
    companies: dict[str, Counter[Answer]] = {}
    for (kind, _), versions in site.groups.items():
        original = next((one for one in versions if not one.translation), versions[0])
        if kind is not PageKind.CASE or original.case is None:
            continue
        found = answer(original, site.sources)
        total[found] += 1
        states.setdefault(_state(original.case), Counter())[found] += 1
        companies.setdefault(original.case.platform or NONE, Counter())[found] += 1
    yield _line("all", "cases", total, total.total())
    for name, facet, table in (
        ("state", "countries", states),
        ("company", "platforms", companies),
    ):
        for value in sorted(table, key=lambda one: (-table[one].total(), one)):
            yield _line(name, _label(site, facet, value), table[value], total.total())


def _state(facts: CaseFacts) -> str:
    return facts.origin.partition("-")[0] or NONE


def _label(site: Site, facet: str, value: str) -> str:
    """Give the word of the first language; the id itself where there is none."""
    first = site.config.languages[0].code
    return site.vocabulary.words.get(facet, {}).get(value, {}).get(first, value)


def _line(table: str, value: str, found: Counter[Answer], cases: int) -> str:
    n = found.total()
    share = f"{100 * n / cases:.0f} %" if cases else "0 %"
    return (
        f"{table} {value}: {n} of {counted(cases, 'case')} ({share}), "
        f"answer {found[Answer.GIVEN]}, "
        f"none found {found[Answer.NONE_FOUND]}, neither {found[Answer.MISSING]}"
    )
