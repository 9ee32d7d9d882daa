"""Locators: at the start of a suffix, by words and marks."""

import pytest

from tests.citations.inline import groups

LOCATED = [
    # written after the key, label, locator, suffix
    (", p. 3", "page", "3", ""),
    (" p. 3", "page", "3", ""),
    (",p.3", "page", "3", ""),
    (" , p. 3", "", "", "p. 3"),
    (",, 3", "", "", "3"),
    (", 3", "page", "3", ""),
    (" 3", "page", "3", ""),
    (", iv", "", "", "iv"),
    (", p. iv-vi, xv", "page", "iv-vi, xv", ""),
    (", p. IIII", "page", "IIII", ""),
    (", p. ivx", "", "", "p. ivx"),
    (", p. A", "", "", "p. A"),
    (", p. A1", "page", "A1", ""),
    (", p.", "", "", "p."),
    (", pp 3", "", "", "pp 3"),
    (", page. 3", "", "", "page. 3"),
    (", pages3", "page", "pages3", ""),
    (", PAGES 3", "page", "3", ""),
    (", pp. 3,5", "page", "3,5", ""),
    (", pp. 3, 5 7", "page", "3, 5 7", ""),
    (", pp. 3 & 5", "page", "3", "& 5"),
    (", pp. 3 , 5", "page", "3", "5"),
    (r", pp. 3\; 5", "page", "3; 5", ""),
    (", p. 3--5", "page", "3--5", ""),
    (", p. 3–5", "page", "3-5", ""),
    (", p. 3:5", "page", "3:5", ""),
    (", p. 3.5.", "page", "3.5", "."),
    (", p. .5", "page", ".5", ""),
    (", p. 3%", "page", "3", "%"),
    (", p. 3+4", "page", "3+4", ""),
    (", p. 3 (4)", "page", "3 (4)", ""),
    (", p. 3 (note 4)", "page", "3", "(note 4)"),
    (", p. (a)", "", "", "p. (a)"),
    (", p. (iv)-(vi)", "page", "(iv)-(vi)", ""),
    (", [28]", "page", "[28]", ""),
    (r", \[28\], x", "page", "[28]", "x"),
    (", p. ³", "", "", "p. ³"),
    (", 3, 2020 edition", "page", "3, 2020", "edition"),
    (", 1990s debate", "page", "1990s", "debate"),
    (", 12 December 2019", "page", "12", "December 2019"),
    (", p. 3, i think", "page", "3, i", "think"),
    (", chap. 3, p. 5", "chapter", "3", "p. 5"),
    (", *p.* 3", "page", "3", ""),
    (", p. *3*", "page", "3", ""),
    (", *p. 3*", "page", "p. 3", ""),
    (", p.&nbsp;3", "page", "3", ""),
    (", §IV", "section", "IV", ""),
    (", §§ 2-3", "section", "2-3", ""),
    (", ¶¶3", "paragraph", "3", ""),
    (", no. 4", "issue", "4", ""),
    (", number 4", "", "", "number 4"),
    (", fols. 3", "folio", "3", ""),
    (", pts. 2", "part", "2", ""),
    (", vv. 3", "verse", "3", ""),
    (", nn. 3", "note", "3", ""),
    (", opera 3", "opus", "3", ""),
    (", S.V. 3", "sub-verbo", "3", ""),
    (", sub verbis 3", "sub-verbo", "3", ""),
    (", ch. 3", "", "", "ch. 3"),
    (", app. 3", "", "", "app. 3"),
    (", vol. 2, no. 3", "volume", "2", "no. 3"),
    # Ours.
    (", art. 47", "article", "47", ""),
    (", Arts. 47-49", "article", "47-49", ""),
    (", art 47", "", "", "art 47"),
    (", annexes I, III", "annex", "I, III", ""),
    (", appendices 1, 2", "appendix", "1, 2", ""),
    (", recitals 4-6", "recital", "4-6", ""),
    (", tables 2, 3", "table", "2, 3", ""),
    (", timestamp 01:20", "timestamp", "01:20", ""),
    (", timestamps 01:20-02:00", "timestamp", "01:20-02:00", ""),
    # In braces.
    (", {p. 3}", "page", "3", ""),
    ("{ii, A, D-Z}, with", "", "ii, A, D-Z", "with"),
    (", {}99 years", "", "", "99 years"),
    (", {p. 3", "", "", "{p. 3"),
    (", {chap. {x}}", "chapter", "{x}", ""),
    (", {[1]}", "", "[1]", ""),
    (", { § A } so", "section", "A", "so"),
    (", {art. A}", "article", "A", ""),
    # As Chinese writes them.
    ("，第5頁", "page", "5", ""),
    ("，第5页", "page", "5", ""),
    (" 第3章", "chapter", "3", ""),
    (", 第47条", "article", "47", ""),
    ("，第 5-7 頁，強調", "page", "5-7", "強調"),
    ("，第5、7頁", "page", "5、7", ""),
    ("，第三章", "chapter", "三", ""),
    ("，第47條第2款", "article", "47", "第2款"),
    ("，第5頁，第3章", "page", "5", "第3章"),
    ("，第一手資料", "", "", "第一手資料"),
    # No space, so one word with a digit, as in `1990s`.
    ("，見第5頁", "page", "見第5頁", ""),
    ("，{第5頁}", "page", "5", ""),
    ("，pp. 3，5", "page", "3, 5", ""),
    ("，2020年報告", "page", "2020年報告", ""),
]


@pytest.mark.parametrize(("written", "label", "locator", "suffix"), LOCATED)
def test_locator(written: str, label: str, locator: str, suffix: str) -> None:
    assert groups(f"[@{{a}}{written}]") == [[("normal", "a", "", label, locator, suffix)]]


@pytest.mark.parametrize(("written", "label", "locator", "suffix"), LOCATED)
def test_locator_in_the_bracket_of_an_in_text_key(
    written: str, label: str, locator: str, suffix: str
) -> None:
    assert groups(f"@a [{written}]") == [[("in-text", "a", "", label, locator, suffix)]]
