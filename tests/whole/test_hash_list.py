"""The explainer on lists of fingerprints: its code prints the numbers of its table."""

import contextlib
import io
import re
from pathlib import Path

SLUG = "how-a-hash-list-sees-your-picture"
TEXT = (Path(__file__).parents[2] / "content/explainers" / f"{SLUG}.md").read_text(encoding="utf-8")


def printed() -> list[list[str]]:
    """Run the code of the page, and give the words of each line that it prints."""
    code = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
    assert code
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code[1], {})  # noqa: S102  our own page's example, run to check its numbers
    return [line.split() for line in out.getvalue().splitlines()]


def test_the_table_of_the_page_is_what_its_code_prints() -> None:
    rows = re.findall(
        r"^\| ([A-D])[^|]*\| `(\w+)` \| `(\w+)` \| (\d+) \| (\d+) \|$", TEXT, re.MULTILINE
    )
    assert len(rows) == 4
    assert [list(row) for row in rows] == printed()


def test_the_drawn_pictures_have_the_same_hashes(built_site: Path) -> None:
    html = (built_site / "explainers" / SLUG / "index.html").read_text(encoding="utf-8")
    drawn = re.findall(r'class="states__hash"><code>([0-9a-f]{16})</code>', html)
    assert drawn == [hash_ for _, _, hash_, *_ in printed()]
    greys = re.findall(r'fill="rgb\((\d+),\1,\1\)"', html)
    assert [int(one) for one in greys[:9]] == [0, 23, 46, 69, 92, 115, 138, 161, 184]
    assert len(greys) == 4 * 72
