"""Pictures that cannot be published are told before anything is built."""

import warnings
from pathlib import Path

import pytest
from PIL import Image

from third_reader.reading.pictures import judge_pictures


def told(file: Path) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (found,) = judge_pictures([(file, file.name)])
    return found.message


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_a_whole_picture_is_taken_and_a_broken_one_is_not(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    Image.effect_noise((64, 64), 99).convert("RGB").save(file)
    data = file.read_bytes()
    assert judge_pictures([(file, name)]) == []
    for cut in (0, 5, 12, 40, len(data) // 2):
        file.write_bytes(data[:cut])
        assert "or a broken one" in told(file), cut


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        b"BM",
    ],
)
def test_another_kind_of_file_is_no_picture(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert "is no PNG file" in told(tmp_path / "a.png")


def test_a_picture_under_anothers_extension_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.jpg")
    assert "is no JPEG file" in told(tmp_path / "a.jpg")


@pytest.mark.parametrize("side", [6_400, 10_000, 14_000])
def test_a_bomb_of_pixels_is_refused_unseen(tmp_path: Path, side: int) -> None:
    Image.new("1", (side, side)).save(tmp_path / "a.png")
    assert "pixels" in told(tmp_path / "a.png")


def test_hostile_exif_does_not_stop_the_build(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    Image.new("RGB", (9, 9)).save(file, exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert all("broken" in one.message for one in judge_pictures([(file, "a.jpg")]))


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.gif"
    file.touch()
    with file.open("r+b") as opened:
        opened.truncate(10 * 1024 * 1024 + 1)
    assert "has 10485761 bytes" in told(file)
