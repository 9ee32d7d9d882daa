"""Pictures without what their makers left in them: pixels alone are written again.

No EXIF, XMP, IPTC, ICC profile, comment, thumbnail, text or time is kept, nor anything behind the
picture's end; the orientation is applied to the pixels (SECURITY-POLICY, section 2, promise 5).
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from third_reader.reading.pictures import FORMATS

QUALITY = 90
"""Of a picture that must be compressed anew, as libjpeg and libwebp count it."""


def bare(file: Path) -> bytes:
    """Give a picture's file with its pixels alone, in its own format; of an animation the first.

    Raises OSError when the file cannot be read or its pixels cannot be decoded.
    """
    kind = FORMATS[file.suffix.lower()]
    with Image.open(BytesIO(file.read_bytes()), formats=(kind,)) as opened:
        turned = ImageOps.exif_transpose(opened)
        pixels = Image.new(turned.mode, turned.size)
        if turned.mode == "P":
            pixels.putpalette(turned.getpalette("RGB") or [], "RGB")
        pixels.paste(turned)
        options = {"transparency": turned.info["transparency"]} if _see_through(turned) else {}
    written = BytesIO()
    pixels.save(written, format=kind, quality=QUALITY, **options)
    return written.getvalue()


def _see_through(picture: Image.Image) -> bool:
    return picture.mode == "P" and isinstance(picture.info.get("transparency"), int | bytes)
