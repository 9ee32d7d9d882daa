"""The picture that stands for a case where its address is linked: its route, in 1200 × 630 pixels.

Drawn from words that the page itself has, in the typeface that comes with Pillow (Aileron, CC0). It
has Latin letters only: words that it cannot write are left out, never written wrongly. No face, no
photograph. 32 colours keep the file small, and it has no metadata.
"""

from functools import cache
from io import BytesIO
from unicodedata import normalize

from PIL import Image, ImageChops, ImageDraw, ImageFont

from third_reader.views.preview import Preview

SIZE = (1200, 630)
MARGIN = 84
PAPER, INK, THIRD = (250, 246, 238), (29, 25, 21), (163, 0, 92)
"""As in theme/styles/tokens.css: paper, ink and the third reader's colour."""
SHADES = 16
LINE = 400
"""Height of the route, in pixels from the top."""
MARKS = range(0x300, 0x370)
"""Marks over letters, which the typeface lacks: a name stays readable without them."""
PLAIN = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "‘": "’", "'": "’", "→": "-"})


def card(words: Preview) -> bytes:
    """Draw a card; gives a PNG."""
    ink, third = (Image.new("L", SIZE) for _ in range(2))
    pen, other = ImageDraw.Draw(ink), ImageDraw.Draw(third)
    _ticks(pen, other)
    _write(pen, (MARGIN + 96, 66), words.site, 34)
    for row, line in enumerate(_lines(words.title, 58, 3)):
        _write(pen, (MARGIN, 138 + row * 70), line, 58)
    _route(pen, other, words)
    _write(pen, (MARGIN, 560), words.foot, 28)
    return _png(ink, third)


def _route(pen: ImageDraw.ImageDraw, other: ImageDraw.ImageDraw, words: Preview) -> None:
    start, end, middle = MARGIN + 8, SIZE[0] - MARGIN - 8, SIZE[0] // 2
    pen.line((start, LINE, end, LINE), fill=255, width=4)
    for place in (start, end):
        pen.ellipse((place - 10, LINE - 10, place + 10, LINE + 10), fill=255)
    step = 70 if words.established else 14
    for top in range(LINE, LINE + 70, step):
        height = 70 if words.established else 7
        other.line((middle, top, middle, top + height), fill=255, width=4)
    other.ellipse((middle - 11, LINE + 60, middle + 11, LINE + 82), fill=255)
    _write(pen, (MARGIN, LINE + 20), _cut(words.origin, 30, 420), 30)
    right = _cut(words.to, 30, 420)
    _write(pen, (SIZE[0] - MARGIN - _wide(right, 30), LINE + 20), right, 30)
    reader = _cut(words.reader, 32, SIZE[0] - 2 * MARGIN)
    _write(other, (middle - _wide(reader, 32) / 2, LINE + 92), reader, 32)


def _ticks(pen: ImageDraw.ImageDraw, other: ImageDraw.ImageDraw) -> None:
    for place in range(3):
        left = MARGIN + place * 22
        shape = ((left, 86), (left + 12, 98), (left + 34, 68))
        (other if place == 2 else pen).line(shape, fill=255, width=6, joint="curve")


def _write(pen: ImageDraw.ImageDraw, place: tuple[float, float], words: str, size: int) -> None:
    if told := writable(words):
        pen.text(place, told, fill=255, font=_font(size))


def writable(words: str) -> str:
    """Give words as the typeface can write them; nothing if it lacks one of their letters."""
    told = "".join(
        one for one in normalize("NFKD", words.translate(PLAIN)) if ord(one) not in MARKS
    )
    return told if all(_has(letter) for letter in told) else ""


def _lines(words: str, size: int, most: int) -> list[str]:
    """Break words into lines that fit; what is more than `most` is cut."""
    lines: list[str] = []
    for word in writable(words).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _wide(longer, size) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return lines


def _cut(words: str, size: int, wide: int) -> str:
    told = writable(words)
    if _wide(told, size) <= wide:
        return told
    while told and _wide(f"{told} …", size) > wide:
        told = told.rpartition(" ")[0]
    return f"{told} …" if told else ""


def _wide(words: str, size: int) -> float:
    return _font(size).getlength(words)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        message = "Pillow was built without FreeType"
        raise TypeError(message)
    return font


@cache
def _has(letter: str) -> bool:
    """Tell whether the typeface has a letter: what it has not looks like what no typeface has."""
    font = _font(40)
    none = font.getmask("\uffff")
    found = font.getmask(letter)
    return letter == " " or found.size != none.size or bytes(found) != bytes(none)


def _png(ink: Image.Image, third: Image.Image) -> bytes:
    """Mix both layers into one picture of two scales of colour."""
    dark = ink.point(lambda value: value * (SHADES - 1) // 255)
    red = third.point(lambda value: SHADES + value * (SHADES - 1) // 255 if value > 16 else 0)
    picture = ImageChops.lighter(dark, red)
    picture.putpalette([*_scale(INK), *_scale(THIRD)])
    written = BytesIO()
    picture.save(written, format="PNG", compress_level=6, bits=5)
    return written.getvalue()


def _scale(colour: tuple[int, int, int]) -> list[int]:
    steps = range(SHADES)
    return [
        round(paper + (full - paper) * step / (SHADES - 1))
        for step in steps
        for paper, full in zip(PAPER, colour, strict=True)
    ]
