"""The table of all cases, related cases, and how long a page takes to read."""

import json
import re
from dataclasses import replace

from tests.views.small_site import Rendered, case_gao, join, render
from third_reader.exports import all_exports
from third_reader.reading.counting import counted_words

ROW = re.compile(r"<tr><td data-label.*?</tr>", re.DOTALL)


def several(n: int, **facts: object) -> list:
    """Make copies of one case; of the facts what is given differs from it."""
    base = case_gao("en")
    return [
        replace(base, slug=f"c{k}", url=f"/cases/c{k}/", case=replace(base.case, **facts))
        for k in range(n)
    ]


def test_each_case_is_one_line_newest_first(rendered: Rendered) -> None:
    rows = ROW.findall(rendered.html["/cases/"])
    cases = [one for one in rendered.site.documents if one.case and one.lang == "en"]
    assert len(rows) == len(cases)
    years = [int(found) for one in rows for found in re.findall(r">(\d{4})</td>", one)]
    assert years == sorted(years, reverse=True)
    first = next(one for one in rows if "/cases/gao/" in one or "Ten months" in one)
    for words in ("WeChat", "Imprisoned", "China to", "down to", '<th scope="row">'):
        assert words in first


def test_facets_of_the_table_their_pages_and_the_export_agree(rendered: Rendered) -> None:
    exported = json.loads(
        next(one.data for one in all_exports(rendered.site) if one.address == "/data/cases.json")
    )
    for facet in ("platform", "mechanism", "outcome"):
        rows = ROW.findall(rendered.html["/cases/"])
        for href in set(re.findall(rf'href="(/cases/{facet}/[^"]+)"', " ".join(rows))):
            value = href.rstrip("/").rpartition("/")[2]
            listed = {one["slug"] for one in exported if value in (one[facet] or [])}
            in_rows = {
                one
                for one in listed
                if any(f"/cases/{one}/" in row and href in row for row in rows)
            }
            on_page = set(re.findall(r'<h3><a href="/cases/([^/]+)/">', rendered.html[href]))
            assert listed == in_rows == on_page, href


def test_many_cases_are_parted_into_pages(rendered: Rendered) -> None:
    html = render(join(several(300))).html
    lines = {one: ROW.findall(html[one]) for one in html if re.fullmatch(r"/cases/(page/.*)?", one)}
    assert len(lines) > 1
    assert sum(map(len, lines.values())) == 300
    assert min(map(len, lines.values())) > 0
    for page in lines:
        assert [one for one in lines if f'<a href="{one}"' not in html[page]] == []
    assert 'class="matrix"' in html["/cases/"]
    assert 'class="matrix"' not in html["/cases/page/2/"]


def near(html: str) -> list[str]:
    """Give the addresses of the related cases."""
    part = html.partition('id="related"')[2].partition("</ul>")[0]
    return re.findall(r'href="([^"]+)"', part)


def test_related_cases_share_people_or_facets() -> None:
    base = several(1)[0]
    stranger = several(2, platform="qq", mechanism=(), outcome="", origin="", to=(), people=())[1]
    person = replace(
        several(3, platform="qq", mechanism=(), outcome="", origin="", to=())[2], title="Person"
    )
    html = render(join([base, stranger, person])).html
    assert near(html[base.url]) == [person.url]
    assert near(html[person.url]) == [base.url]
    assert near(html[stranger.url]) == []
    again = render(join([base, stranger, person])).html
    assert again == html


def test_of_equals_the_newest_is_nearest_and_four_are_enough() -> None:
    html = render(join(several(7))).html
    assert near(html["/cases/c0/"]) == [f"/cases/c{n}/" for n in (1, 2, 3, 4)]


def test_reading_time_follows_from_words_or_characters(rendered: Rendered) -> None:
    assert "4 minutes to read" in next(
        html for address, html in rendered.html.items() if address.startswith("/cases/gao")
    )
    assert "2 分鐘" in next(
        html for address, html in rendered.html.items() if address.startswith("/zh-hant/cases/gao")
    )


def test_what_is_not_read_is_not_counted() -> None:
    text = "Two words [@a, p. 3; @b]. {#an-id}\n\n/// claims\n\n- Two [more](/a/b/) words.\n\n///\n"
    assert counted_words(text) == 5
    assert counted_words("微信 reads [@a]。") == 3
