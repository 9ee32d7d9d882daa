"""The second line: markup that is not on the list is found, and what reading makes is all on it."""

from dataclasses import fields, replace
from typing import get_args, get_type_hints

import pytest

from tests.reading.making import read_page
from third_reader.model import blocks, document
from third_reader.model.claim import Claim
from third_reader.model.document import Document, PageKind
from third_reader.model.text import CiteSlot, Rich
from third_reader.reading import document as reading
from third_reader.reading.allowlist import UNLISTED, beyond_list

EVERYTHING = """\
Words *and* **more** `code <b>` [@k] [link](https://a.example/?x=1&y=2 "a > b") <https://b.example/>
[here](/x/) ![a "picture" & more](/images/x.png "<t>") 日本語 "quoted" -- ... nbsp&nbsp;here
[[term]] and a note.[^n]

[^n]: A note [@k].

## Heading {#own .lead}

> quotation
> > deeper

1. one
2. two
    - inner

7. seven

term
:   definition

| a | b |
|:--|--:|
| 1 | `|` |

```html
<script>alert("&lt;")</script>
```

    indented <code>

***

{0}
"""
BLOCKS = {
    "claims": "/// claims\n\n- A *claim* [@k]. {#one}\n///\n",
    "timeline": "/// timeline\n\n- 2019: An *event* [@k].\n///\n",
    "disagree": "/// disagree | Who?\n\n- *One* [@k].\n- Other [@k].\n///\n",
    "unknown": "/// unknown\n\n- *What*?\n///\n",
    "analysis": "/// analysis\n\n*Words*.\n///\n",
    "safety": "/// safety\n\n*Words*.\n///\n",
    "quote": "/// quote | k\n\n*Words*.\n\nWords.\n///\n",
}
MARKUP = [
    *(
        "<script>alert(1)</script>",
        "<b onclick='x'>y</b>",
        "<iframe src='/x/'></iframe>",
        "<u>x</u>",
    ),
    *(
        "<a href='javascript:x'>y</a>",
        "<a href=' javascript:x'>y</a>",
        "<img src='data:x'>",
        "<!-- x -->",
    ),
    *(
        "<p style='color:red'>x</p>",
        "<svg><path d='M0 0'/></svg>",
        "<math><mi>x</mi></math>",
        "<form>",
    ),
    *(
        "<p>one<p onmouseover=x>",
        "<base href='//a.example'>",
        "<meta http-equiv=refresh>",
        "<a target=x>",
    ),
    *("<template><script></script></template>", "<p data-x='y'>", "<input>", "<em>never closed"),
]


def full(tmp_path) -> Document:
    front = (
        "title: A\nsummary: A letter was opened on its way, and nobody was asked about it at all.\n"
        "date: 2026-11-20\nenvelope:\n"
        "  from: '*A, B*, C [@k]'\n  through: 'D [@k]'\n  to: 'E [@k]'\n"
        "  also-read-by: 'F [@k]'\n  read-at: [{point: from, status: claimed, text: '*G* [@k]'}]\n"
    )
    body = EVERYTHING.replace("{0}", "\n".join(BLOCKS.values()))
    return read_page(tmp_path, body, PageKind.CASE, front=front)


def test_all_that_a_page_can_hold_is_on_the_list(tmp_path) -> None:
    made = full(tmp_path)
    assert len(made.blocks) == len(BLOCKS)
    assert beyond_list(made) is None


@pytest.mark.parametrize("markup", MARKUP)
def test_what_is_not_on_the_list_is_found_wherever_it_stands(tmp_path, markup: str) -> None:
    made = full(tmp_path)
    assert beyond_list(replace(made, body=(markup, CiteSlot((0,)), "</p>")))
    for block in made.blocks:
        assert beyond_list(replace(made, blocks=(_with(block, ("x", markup)),)))
    stop = replace(made.case.envelope.sender, rest=(markup,))
    case = replace(made.case, envelope=replace(made.case.envelope, sender=stop))
    assert beyond_list(replace(made, case=case))


def _with(block, text: Rich):
    """Put a rich text into a block."""
    for field in fields(block):
        hint = get_type_hints(type(block))[field.name]
        if hint == Rich:
            return replace(block, **{field.name: text})
        if hint == tuple[Rich, ...]:
            return replace(block, **{field.name: (text,)})
        if field.name in {"claims", "events"}:
            one = replace(getattr(block, field.name)[0], text=text)
            return replace(block, **{field.name: (one,)})
    raise AssertionError(block)


def test_every_rich_text_of_a_page_is_looked_at() -> None:
    """A field that is added here has to be added to `reading/allowlist.py`, `_texts`."""
    known = [*get_args(blocks.Block), blocks.Event, Claim]
    known += [document.Document, document.Stop, document.Leg, document.Envelope, document.CaseFacts]
    rich = {
        f"{one.__name__}.{name}"
        for one in known
        for name, hint in get_type_hints(one).items()
        if hint in (Rich, tuple[Rich, ...])
    }
    assert rich == {
        *("Document.body", "Stop.who", "Stop.rest", "Leg.text", "Claim.text", "Event.text"),
        *("DisagreeBlock.sides", "UnknownBlock.items", "AnalysisBlock.body", "SafetyBlock.body"),
        *("QuoteBlock.original", "QuoteBlock.translation"),
    }


def test_a_mistake_of_ours_is_an_error_of_the_page(page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "beyond_list", lambda _: (UNLISTED, "made '<script>'"))
    document = page("Words.\n")
    assert [one.code for one in document.diagnostics] == ["unlisted-markup"]
    assert "'<script>'" in document.diagnostics[0].message
    assert document.body == ()


def test_a_comma_in_an_element_does_not_leave_it_open(tmp_path) -> None:
    envelope = full(tmp_path).case.envelope
    assert "".join(one for one in envelope.sender.who if isinstance(one, str)) == "<em>A, B</em>"
