"""A page's words come out of its HTML whole, well-formed, and with nothing that could run."""

from lxml import etree

from third_reader.publishing.excerpt import excerpt

PAGE = """<!doctype html><html><head><title>t</title></head><body><nav>menu</nav>
<main id="main"><h1>Title</h1><nav>contents</nav>
<p class="lede" id="a" style="x" onclick="y">One <em>two</em> &amp; &lt;b&gt;<br>three</p>
<ul class="notes"><li>note</li></ul><script>alert(1)</script><svg viewBox="0 0 1 1"><path/></svg>
<p>
<a href="/sources/x/?a=1&amp;b=2" rel="noopener">link</a> <a href="#n1-x">mark</a> href="/no/"</p>
<span class="ticks"><i></i></span><td></td><img src="/images/x.png" alt="words">
</main><footer>foot</footer></body></html>"""


def well_formed(xml: str) -> str:
    etree.fromstring(f"<div>{xml}</div>")
    return xml


def test_words_stay_and_everything_around_them_goes() -> None:
    text = well_formed(excerpt(PAGE).text(lambda address: address))
    assert "One <em>two</em> &amp; &lt;b&gt;<br/>three" in text
    for gone in ("menu", "contents", "Title", "alert", "foot", "path", "style", "onclick", " id="):
        assert gone not in text
    assert "<span></span>" in text
    assert "note" in text
    assert "note</li>" not in excerpt(PAGE, without=frozenset({"notes"})).xml


def test_addresses_are_resolved_and_those_that_lead_nowhere_are_left_out() -> None:
    found = excerpt(PAGE)
    assert found.addresses() == ("/sources/x/?a=1&b=2", "#n1-x", "/images/x.png")
    text = well_formed(found.text(lambda one: "" if one[0] == "#" else f"https://r.example{one}"))
    assert 'href="https://r.example/sources/x/?a=1&amp;b=2"' in text
    assert "<a>mark</a>" in text
    assert 'href="/no/"' in text


def test_ids_and_classes_stay_where_they_are_asked_for() -> None:
    found = excerpt(PAGE, marked=True)
    assert found.ids == {"a"}
    assert '<p class="lede" id="a">' in found.xml
    assert excerpt(PAGE).ids == frozenset()


def test_of_a_chart_the_numbers_stay_and_the_drawing_goes() -> None:
    chart = (
        '<figure><figcaption>Post</figcaption><div class="chart__drawing"><p>1,000</p></div>'
        '<table><tr><td><data value="1000.5">1,000.5</data></td></tr></table></figure>'
    )
    text = well_formed(excerpt(f"<html><body><main>{chart}</main></body></html>").xml)
    assert "<p>" not in text
    assert '<data value="1000.5">1,000.5</data>' in text
