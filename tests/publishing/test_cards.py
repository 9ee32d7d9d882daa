"""Cards: their size, their weight, the same bytes each time, and nothing that cannot be written."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from third_reader.publishing.cards import THIRD, card, writable
from third_reader.views.preview import Preview, site_preview

WORDS = Preview(
    site="The Third Reader",
    title="A very long title " * 20,
    origin="Shanxi, China",
    to="United States, Sweden, " * 10,
    reader="Police in Taiyuan; by which way is not established",
    foot="WeChat, 2019",
    established=False,
)


def read(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as opened:
        opened.load()
        return opened


def test_a_card_is_as_large_and_as_light_as_others_ask() -> None:
    data = card(WORDS)
    assert len(data) <= 100_000
    picture = read(data)
    assert (picture.format, picture.size, picture.info.keys() & {"exif", "xmp"}) == (
        "PNG",
        (1200, 630),
        set(),
    )
    colours = {colour for _, colour in picture.convert("RGB").getcolors()}
    assert THIRD in colours


def test_the_same_words_give_the_same_bytes() -> None:
    assert card(WORDS) == card(replace(WORDS))
    assert card(WORDS) != card(replace(WORDS, established=True))


def test_words_that_the_typeface_lacks_are_left_out_whole() -> None:
    assert writable("Zhào Lěi – “a”") == 'Zhao Lei - "a"'
    assert writable("判决书 2019") == ""
    empty = replace(WORDS, title="", reader="")
    assert card(replace(WORDS, title="判决书", reader="警察")) == card(empty)


def test_the_site_has_a_card_of_its_own() -> None:
    assert len(card(site_preview("The Third Reader"))) <= 100_000
