"""`/// safety`: the first notice stands first on its page."""

from tests.reading.making import found, html, read_page


def test_the_first_notice_is_moved_to_the_top_and_its_marks_count_first(case) -> None:
    document = case(
        "One [@a].\n\n/// safety\nMind [@b].\n///\n\nTwo [@c].\n\n/// safety\nMore.\n///\n"
    )
    assert found(document) == []
    assert html(document.body).startswith('{block 0}<div class="passage"><p>One.{2}</p>')
    assert html(document.body).endswith("{block 1}")
    assert html(document.blocks[0].body) == "<p>Mind.{1}</p>"
    assert [str(mark.position) for mark in document.marks] == ["p.md:9:7", "p.md:6:6", "p.md:12:6"]


def test_it_needs_no_source(case) -> None:
    assert found(case("/// safety\nMind.\n///\n")) == []


def test_on_a_plain_page_it_stays_where_it_was_written(tmp_path) -> None:
    document = read_page(tmp_path, "One.\n\n/// safety\nMind.\n///\n\nTwo.\n")
    assert html(document.body) == "<p>One.</p>{block 0}<p>Two.</p>"
