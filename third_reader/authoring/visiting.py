"""Many addresses, visited politely: paced by host, redirects followed, waits kept."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from urllib.parse import urljoin, urlsplit

from third_reader.authoring.asking import Answer, Ask
from third_reader.views.cards import is_web

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
BUSY = frozenset({429, 503})
GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the caller has it, so that tests need none."""

    elapsed: Callable[[], float]
    """Seconds since some moment."""
    wait: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """What is bearable for those who are asked."""

    gap: float = 5.0
    """Seconds between two requests to one host, at least."""
    busy: float = 60.0
    """Seconds to wait when a busy host does not say how long."""
    longest: float = 600.0
    """Seconds that are waited at most; a host that asks for more is left alone."""
    tries: int = 3
    hops: int = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an address."""

    status: str
    """`live`, `moved`, `gone`, `unreachable`; empty: not known, so nothing is to be written."""
    why: str = ""
    answered: bool = True
    """A server said so; False: none was reached."""


@dataclass(slots=True)
class _Visit:
    start: str
    at: str
    seen: set[str] = field(default_factory=set)
    lasting: bool = True
    """Every redirect so far was for good."""
    moved_to: str = ""
    tries: int = 1


def visit(
    addresses: Iterable[str], ask: Ask, clock: Clock, pace: Pace = Pace()
) -> Iterator[tuple[str, Verdict]]:
    """Give a verdict on each address, as they come; one request is under way at a time."""
    waiting: dict[str, deque[_Visit]] = {}
    ready: dict[str, float] = {}
    for address in dict.fromkeys(addresses):
        waiting.setdefault(_host(address), deque()).append(_Visit(address, address))
    while waiting:
        host = min(waiting, key=lambda one: ready.get(one, -inf))
        if ready.get(host, 0.0) == inf:
            yield from ((one.start, LEFT_ALONE) for one in waiting.pop(host))
            continue
        clock.wait(max(0.0, ready.get(host, 0.0) - clock.elapsed()))
        one = waiting[host].popleft()
        if not waiting[host]:
            del waiting[host]
        answer = ask(one.at)
        ready[host] = clock.elapsed() + _rest(answer, pace)
        verdict = _judged(one, answer, pace)
        if verdict is None:
            waiting.setdefault(_host(one.at), deque()).append(one)
        else:
            yield one.start, verdict


LEFT_ALONE = Verdict("", "its host asks us to come again later")


def _rest(answer: Answer, pace: Pace) -> float:
    """Give how long a host is left in peace after an answer."""
    if answer.code not in BUSY:
        return pace.gap
    asked = answer.wait or pace.busy
    return inf if asked > pace.longest else max(pace.gap, asked)


def _judged(one: _Visit, answer: Answer, pace: Pace) -> Verdict | None:
    """Give the verdict; None: go on, to where the visit is now."""
    code = answer.code
    if code in REDIRECTS:
        return _redirected(one, answer, pace)
    if code in BUSY or not code:
        one.tries += 1
        return None if answer.again and one.tries <= pace.tries else _given_up(answer)
    if code in GONE:
        return Verdict("gone", str(code))
    if not 200 <= code < 300:
        return Verdict("unreachable", str(code))
    if _is_front(one.at) and not _is_front(one.start):
        return Verdict("gone", f"it leads to a front page, {one.at}")
    if one.moved_to and not same(one.start, one.moved_to):
        return Verdict("moved", one.moved_to)
    return Verdict("live")


def _given_up(answer: Answer) -> Verdict:
    if answer.code == 429:
        return LEFT_ALONE
    why = answer.fault or str(answer.code)
    return Verdict("unreachable", why, answered=bool(answer.code))


def _redirected(one: _Visit, answer: Answer, pace: Pace) -> Verdict | None:
    one.seen.add(one.at)
    try:
        one.at = urljoin(one.at, answer.to)
    except ValueError:
        return Verdict("unreachable", "it leads to what is no address")
    if not answer.to or not is_web(one.at):
        return Verdict("unreachable", "it leads to what is no address of the web")
    if one.at in one.seen:
        return Verdict("unreachable", "its redirects run in a circle")
    if len(one.seen) > pace.hops:
        return Verdict("unreachable", f"it leads on more than {pace.hops} times")
    one.lasting = one.lasting and answer.code in FOR_GOOD
    if one.lasting:
        one.moved_to = one.at
    return None


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query


def same(one: str, other: str) -> bool:
    """Tell whether two addresses differ by scheme, `www.`, a last slash or the fragment alone."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query
