"""Feeds with the full text of pages: Atom (RFC 4287) and JSON Feed 1.1."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape

from feedgenerator import Atom1Feed

MOST = 50
"""Entries that a feed holds, the newest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a feed."""

    address: str
    """Absolute; it is the entry's id too, so it never changes."""
    title: str
    summary: str
    html: str
    """Its words, with absolute links."""
    published: date
    updated: date


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed; it has at least one entry."""

    address: str
    """Absolute."""
    page: str
    """The page that lists the same: absolute."""
    title: str
    author: str
    lang: str
    """BCP 47."""
    entries: tuple[Entry, ...]
    """The newest first."""


def atom(feed: Feed) -> bytes:
    """Give a feed as Atom."""
    made = Atom1Feed(
        feed.title,
        feed.page,
        "",
        language=feed.lang,
        feed_url=feed.address,
        feed_guid=feed.address,
        author_name=feed.author,
    )
    for one in feed.entries:
        made.add_item(
            one.title,
            one.address,
            description=escape(one.summary, quote=False) or None,
            unique_id=one.address,
            content=one.html,
            pubdate=noon(one.published),
            updateddate=noon(one.updated),
        )
    text: str = made.writeString("utf-8")
    return f"{text}\n".encode()


def json_feed(feed: Feed) -> bytes:
    """Give a feed as JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": feed.lang,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": one.address,
                "url": one.address,
                "title": one.title,
                **({"summary": one.summary} if one.summary else {}),
                "content_html": one.html,
                "date_published": noon(one.published).isoformat(),
                "date_modified": noon(one.updated).isoformat(),
            }
            for one in feed.entries
        ],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def noon(day: date) -> datetime:
    """Give noon of a day, so that it is the same day in every time zone that people live in."""
    return datetime.combine(day, time(12), tzinfo=UTC)
