"""Everything can be reached with the tab key, in reading order, and one sees where one is."""

STOPS = "a[href], summary, button, input, select, textarea, [tabindex='0']"
EXPECTED = """(stops) => [...document.querySelectorAll(stops)]
  .filter(one => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}))
  .map((one, n) => { one.dataset.stop = n; return n })"""
HERE = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const style = getComputedStyle(one), box = one.getBoundingClientRect()
  return {
    stop: one.dataset.stop === undefined ? null : Number(one.dataset.stop),
    html: one.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


def test_tab_reaches_every_stop_in_order_and_shows_it(open_page, kind: str) -> None:
    page = open_page(kind)
    expected = page.evaluate(EXPECTED, STOPS)
    reached, faults = [], []
    for _ in range(2 * len(expected) + 10):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or here["stop"] in reached:
            break
        if here["stop"] is not None:
            reached.append(here["stop"])
        if not (here["outlined"] and here["seen"]):
            faults.append(here)
    assert reached == expected
    assert faults == []


def test_the_first_stop_skips_to_the_text(open_page, kind: str) -> None:
    page = open_page(kind)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    after = "document.querySelector('main').compareDocumentPosition(document.activeElement) & 4"
    assert page.evaluate(f"{inside} || Boolean({after})")
