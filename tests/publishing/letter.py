"""A small tree that even a strict build has nothing to say of: what bundles are tested on."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

SITE = "https://reader.example"

SOURCE = """\
- id: post:2021-03
  type: article-newspaper
  title: Letter opened at the border
  container-title: The Evening Post
  issued: "2021-03-04"
  URL: https://example.org/letter
  custom:
    {no-copy-known: 2021-03-05, kind: news-report, read: whole, status: live, checked: 2021-03-05}
- id: post-law
  type: legislation
  title: The act on letters
  issued: "1999"
  URL: https://example.org/law
  custom:
    {no-copy-known: 2021-03-05, kind: law, read: whole, status: live, checked: 2021-03-05}
"""
CASE = """\
---
title: A letter opened at the border
summary: Somebody sent a letter across a border. Somebody else opened it on the way. What came of it is not known.
date: 2021-04-01
reviewed: 2026-04-02
platform: letter
from: FR
to: [US]
mechanism: [post-opened]
outcome: not-known
when: 2021-03
envelope:
  from: "A sender, in France [@post:2021-03]"
  to: "A recipient, in the United States [@post:2021-03]"
  also-read-by: "Somebody at the post office [@post:2021-03]"
---

## What happened

The letter arrived with its seal broken [@post:2021-03, p. 2]. See [the claim](#claim-seal-broken), [about](/about/) and [all](/cases/).

![A broken seal](/images/seal.png)

/// claims

- The seal of the letter was broken when it arrived [@post:2021-03, p. 2]. {#seal-broken}
- The act allows it [@post-law]. {#allowed}

///

/// unknown

- Who opened the letter.
- What the post office says: no answer of theirs stands in what we had read by April 2021.

///
"""  # noqa: E501  prose stands on one line a paragraph
SECOND = CASE.replace("A letter opened", "A second letter opened").replace(
    "2021-03\nenv", "2020\nenv"
)
ABOUT = """\
---
title: {title}
---

[{words}](/cases/opened-letter/#claim-seal-broken); `href="/cases/"` is code, and so is this:

    <a href="/cases/">
"""
VOCABULARY = """\
platforms: {letter: {en: Letter, zh-hant: 信件}}
mechanisms: {post-opened: {en: Opened in the post, zh-hant: 郵局拆閱}}
outcomes: {not-known: {en: Not known, zh-hant: 不明}}
countries: {FR: {en: France, zh-hant: 法國}, US: {en: United States, zh-hant: 美國}}
"""


def seal_picture() -> bytes:
    """Draw a small picture."""
    drawn = BytesIO()
    Image.new("RGB", (12, 8), (120, 20, 20)).save(drawn, "PNG")
    return drawn.getvalue()


def letter_tree() -> dict[str, str | bytes]:
    """Give the files of the tree by path."""
    return {
        "cases/opened-letter.md": CASE,
        "cases/second-letter.md": SECOND,
        "data/vocabulary.yaml": VOCABULARY,
        "images/seal.png": seal_picture(),
        "pages/about.md": ABOUT.format(title="About", words="A claim"),
        "pages/about.zh-hant.md": ABOUT.format(title="關於", words="一條陳述"),
        "sources/press.yaml": SOURCE,
    }


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a tree into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
