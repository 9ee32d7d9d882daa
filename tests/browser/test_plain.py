"""The same words without scripts, without SVG, in forced colours."""

from playwright.sync_api import Page

SEARCH_BOX = "form, [role='search'], .search__box, .live"


def words(page: Page) -> list[str]:
    """Give the words that a reader sees, less the search box."""
    page.evaluate(f"document.querySelectorAll({SEARCH_BOX!r}).forEach(one => one.remove())")
    return page.inner_text("body").split()


def test_the_words_are_the_same_without_scripts(open_page, kind: str) -> None:
    expected = words(open_page(kind))
    assert expected
    assert words(open_page(kind, java_script_enabled=False)) == expected


def test_the_words_are_the_same_without_pictures_drawn_in_code(open_page, kind: str) -> None:
    page = open_page(kind)
    expected = words(page)
    page.evaluate("document.querySelectorAll('svg').forEach(one => one.remove())")
    assert words(page) == expected


def test_the_words_and_the_marks_of_grades_stay_in_forced_colours(open_page, kind: str) -> None:
    expected = words(open_page(kind))
    page = open_page(kind, forced_colors="active")
    assert words(page) == expected
    invisible = page.evaluate(
        "[...document.querySelectorAll('.grade > i')].filter(one => one.checkVisibility()"
        " && (one.offsetWidth === 0 || one.offsetHeight === 0)).length"
    )
    assert invisible == 0


def test_nothing_moves(open_page, kind: str) -> None:
    moving = open_page(kind).evaluate(
        "[...document.querySelectorAll('*')].filter(one => { const s = getComputedStyle(one);"
        " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0"
        " || s.scrollBehavior === 'smooth' }).map(one => one.outerHTML.slice(0, 80))"
    )
    assert moving == []
