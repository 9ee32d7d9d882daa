"""Pictures: what may stand in `images/`, judged by content and not by name.

Pillow is loaded for the first picture: many trees have none.
"""

import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000

PICTURE = Code(
    "bad-picture",
    "A picture is a JPEG, PNG, WebP or GIF file whose name ends as its content is, at most 10 MiB "
    "and 40 megapixels. SVG is refused: it is a document that can run and load.",
)


def judge_pictures(files: Iterable[tuple[Path, str]]) -> list[Diagnostic]:
    """Give an error for each picture that cannot be published; raises OSError if unreadable."""
    found = []
    for file, shown in files:
        fault = _fault(file)
        if fault:
            found.append(PICTURE.error(Position(shown), f"this picture {fault}"))
    return found


def _fault(file: Path) -> str:
    from PIL.Image import DecompressionBombError

    size = file.stat().st_size
    if size > LARGEST:
        return f"has {size} bytes; at most {LARGEST} are published"
    wanted = FORMATS[file.suffix.lower()]
    data = file.read_bytes()
    with warnings.catch_warnings():
        # Pillow warns of what is judged here, in words that no author can act on.
        warnings.simplefilter("ignore")
        try:
            return _decoded(data, wanted)
        except DecompressionBombError:
            return f"has far more than {MOST_PIXELS} pixels; no more are published"
        except Exception:  # a decoder may fail in any way on bytes that were made to break it
            return f"is no {wanted} file, or a broken one; save it again under its right name"


def _decoded(data: bytes, wanted: str) -> str:
    """Decode a picture as publishing does, and give what is wrong with it."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=(wanted,)) as picture:
        pixels = picture.width * picture.height
        if pixels > MOST_PIXELS:
            return f"has {pixels} pixels; at most {MOST_PIXELS} are published"
        ImageOps.exif_transpose(picture)
    return ""
