"""The explorable on lists of fingerprints: true to the standard, usable by key, not needed."""

import hashlib

import pytest

PAGE = "/explainers/how-a-hash-list-sees-your-picture/"
A = ("80596e162eff5f338ef71a7c8cd0d672", "fffef7efbd7b77ed")
B = "691847b4350ca002eea6ef95e1c571c5"


@pytest.fixture
def page(context, site: str):
    opened = context(viewport={"width": 1280, "height": 900}).new_page()
    opened.goto(site + PAGE)
    return opened


def numbers(page) -> tuple[str, ...]:
    return tuple(page.locator(".live__list code").all_inner_texts())


def known(page) -> list[bool]:
    return [
        "live__known" in (one.get_attribute("class") or "")
        for one in page.locator(".live__list section").all()
    ]


@pytest.mark.parametrize("length", [0, 1, 3, 55, 56, 63, 64, 65, 72, 119, 120, 1000])
def test_md5_agrees_with_another_implementation(page, length: int) -> None:
    data = bytes(range(256)) * 4
    found = page.evaluate("all => md5(Uint8Array.from(all))", list(data[:length]))
    assert found == hashlib.md5(data[:length], usedforsecurity=False).hexdigest()


def test_md5_of_abc(page) -> None:
    found = page.evaluate("md5(new TextEncoder().encode('abc'))")
    assert found == "900150983cd24fb0d6963f7d28e17f72"


def test_one_pixel_changes_md5_wholly_and_the_difference_hash_not(page) -> None:
    assert numbers(page) == A
    assert known(page) == [True, True]
    page.locator(".live__grid button").nth(3 * 9 + 4).click()
    assert numbers(page) == (B, A[1])
    assert known(page) == [False, True]
    assert "69 of 128" in page.inner_text(".live__list")
    page.click(".live__controls button")
    assert numbers(page) == A


def test_enough_changes_leave_both_lists(page) -> None:
    page.select_option(".live select", "64")
    for cell in range(0, 72, 2):
        page.locator(".live__grid button").nth(cell).click()
    page.select_option(".live select", "16")
    for cell in range(0, 72, 3):
        page.locator(".live__grid button").nth(cell).click()
    assert known(page) == [False, False]


def test_pixels_are_one_stop_of_the_tab_key_and_arrows_move(page) -> None:
    page.locator(".live__grid button").first.focus()
    for key in ("ArrowRight",) * 4 + ("ArrowDown",) * 3 + ("Enter",):
        page.keyboard.press(key)
    assert numbers(page) == (B, A[1])
    assert page.locator(".live__grid button[tabindex='0']").count() == 1


def test_without_scripts_the_four_states_say_the_same(context, site: str) -> None:
    opened = context(java_script_enabled=False).new_page()
    opened.goto(site + PAGE)
    assert opened.locator(".live").is_hidden()
    assert opened.locator(".states li").count() == 4
    assert B in opened.inner_text("main")


def test_axe_and_the_edges(page, axe: str) -> None:
    page.evaluate(axe)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate(
            "async () => (await axe.run()).violations.map(one => one.id + one.nodes[0].html)"
        )
        assert found == []
        wide = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        assert page.evaluate(wide) <= 0
