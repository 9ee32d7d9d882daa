"""axe-core finds nothing: WCAG 2.2 A and AA and its best practices, on every type of page."""

import pytest

from tests.browser.conftest import OPEN_ALL

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
  })
  const why = node => node.any.concat(node.all, node.none).map(one => one.message).join('; ')
  return found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.html.slice(0, 160)} (${why(node)})`))
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(open_page, axe: str, any_kind: str, scheme: str) -> None:
    page = open_page(any_kind, color_scheme=scheme)
    page.evaluate(axe)
    page.evaluate(OPEN_ALL)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(RUN, TAGS) == [], f"{width} px"
