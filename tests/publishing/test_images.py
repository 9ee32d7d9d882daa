"""Published pictures hold pixels and nothing that their makers left in them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from third_reader.publishing.images import bare

SECRET = b"37.8570N 112.5627E"


def picture(folder: Path, name: str, **options: object) -> Path:
    image = Image.new("RGB", (30, 20), (200, 10, 10))
    image.putpixel((0, 0), (0, 0, 255))
    file = folder / name
    image.save(file, **options)  # type: ignore[arg-type]  # Pillow types its options one by one
    return file


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x010E] = SECRET.decode()
    made[0x0112] = orientation
    return made


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_exif_and_what_follows_the_picture_are_gone(tmp_path: Path, name: str) -> None:
    file = picture(tmp_path, name, exif=exif())
    file.write_bytes(file.read_bytes() + SECRET)
    assert SECRET in file.read_bytes()
    assert SECRET not in bare(file)
    with Image.open(BytesIO(bare(file))) as opened:
        assert opened.size == (30, 20)
        assert not opened.getexif()
        assert not {"icc_profile", "comment", "exif", "xmp"} & opened.info.keys()


def test_text_chunks_of_png_are_gone(tmp_path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET.decode())
    assert SECRET not in bare(picture(tmp_path, "a.png", pnginfo=words))


def test_the_orientation_is_applied_to_the_pixels(tmp_path: Path) -> None:
    with Image.open(BytesIO(bare(picture(tmp_path, "a.jpg", exif=exif(6))))) as turned:
        assert turned.size == (20, 30)


def test_of_an_animation_the_first_picture_is_kept(tmp_path: Path) -> None:
    frames = [Image.new("P", (8, 8), number) for number in range(3)]
    file = tmp_path / "a.gif"
    frames[0].save(file, save_all=True, append_images=frames[1:], comment=SECRET)
    with Image.open(BytesIO(bare(file))) as opened:
        assert getattr(opened, "n_frames", 1) == 1
    assert SECRET not in bare(file)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    file = picture(tmp_path, "a.png")
    assert bare(file) == bare(file)


PAGE = "---\ntitle: A page\n---\n\n![A red field](/images/a.jpg)\n"


def test_a_build_publishes_used_pictures_only(tree, run, tmp_path: Path) -> None:
    used, other = picture(tmp_path, "a.jpg", exif=exif()), picture(tmp_path, "b.jpg")
    content = tree(
        {
            "pages/one.md": PAGE,
            "images/a.jpg": used.read_bytes(),
            "images/unused.jpg": other.read_bytes(),
        }
    )
    ended = run("build", "--input", content, "--output", tmp_path / "out")
    assert ended.status == 0, ended.stderr
    published = sorted(one.name for one in (tmp_path / "out" / "images").iterdir())
    assert published == ["a.jpg"]
    assert SECRET not in (tmp_path / "out" / "images" / "a.jpg").read_bytes()


@pytest.mark.parametrize("name", ["images/a.png", "images/b.svg"])
def test_what_is_no_picture_is_an_error(tree, run, name: str) -> None:
    content = tree({"pages/one.md": "---\ntitle: A page\n---\n\nWords.\n", name: "<svg/>"})
    ended = run("check", "--input", content)
    assert ended.status == 1
    assert "[bad-picture]" in ended.stderr
