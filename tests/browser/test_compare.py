"""The table of cases: sorted and sifted where scripts run, and whole where they do not."""

import re
from copy import deepcopy

from tests.browser.output import Output

ASIDE = "|".join(
    f".//*[contains(concat(' ', @class, ' '), ' {one} ')]"
    for one in (
        *("notes", "cite", "sources", "briefs", "people", "cite-page", "small", "grade"),
        "chart",
    )
)
"""What our own parts add to the words of a page."""
TITLES = ".compare tbody tr:visible th"


def test_a_column_sorts_both_ways(open_page) -> None:
    page = open_page("cases")
    before = page.locator(TITLES).all_inner_texts()
    page.click(".compare thead button >> nth=1")
    assert page.locator(TITLES).all_inner_texts() == sorted(before, key=str.casefold)
    assert page.get_attribute(".compare thead th >> nth=1", "aria-sort") == "ascending"
    page.click(".compare thead button >> nth=1")
    assert page.locator(TITLES).all_inner_texts() == sorted(before, key=str.casefold, reverse=True)


def test_facets_are_chosen_together(open_page) -> None:
    page = open_page("cases")
    every = page.locator(TITLES).count()
    page.select_option("[data-column='3']", "/cases/platform/wechat/")
    wechat = page.locator(TITLES).count()
    assert 0 < wechat < every
    page.select_option("[data-column='5']", "/cases/mechanism/not-known/")
    assert page.locator(TITLES).count() <= wechat
    assert re.match(r"\d+ of \d+", page.inner_text(".sift [role=status]"))
    page.select_option("[data-column='3']", "")
    page.select_option("[data-column='5']", "")
    assert page.locator(TITLES).count() == every


def test_without_scripts_the_table_is_whole_and_offers_no_dead_control(open_page) -> None:
    page = open_page("cases", width=360, java_script_enabled=False)
    assert page.locator(".sift").is_hidden()
    assert page.locator("button, select:visible").count() == 0
    assert page.locator(TITLES).count() == page.locator(".compare tbody tr").count()


def test_minutes_agree_with_a_second_count(output: Output) -> None:
    for page in output.pages.values():
        said = re.search(r"(\d+) minutes? to read", page.text)
        if said and page.root.get("lang") == "en":
            text = deepcopy(page.root.xpath("//div[@class='text']")[0])
            for one in text.xpath(f"{ASIDE}|.//details"):
                one.drop_tree()
            words = len(text.text_content().split())
            assert abs(int(said[1]) - words / 220) <= 1, (page.url, words)
