"""All or nothing: the published folder is the old one or the new one, whole."""

from pathlib import Path

import pytest

from third_reader.publishing import staging
from third_reader.publishing.staging import SIGN, NotOursError, staged


def site(folder: Path, words: str) -> None:
    """Write what makes a folder a site of ours."""
    (folder / SIGN).parent.mkdir(parents=True, exist_ok=True)
    (folder / SIGN).write_text("[]")
    (folder / "index.html").write_text(words)


@pytest.mark.parametrize("swap", [True, False])
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path, monkeypatch, swap: bool) -> None:
    if not swap:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    output = tmp_path / "output"
    site(output, "old")
    (output / "gone.html").write_text("old")
    with staged(output) as stage:
        assert list(stage.iterdir()) == []
        site(stage, "new")
        assert (output / "index.html").read_text() == "old"
    assert (output / "index.html").read_text() == "new"
    assert not (output / "gone.html").exists()
    assert list(tmp_path.iterdir()) == [output]


def test_a_first_site_is_put_where_nothing_was(tmp_path) -> None:
    output = tmp_path / "a" / "b" / "output"
    with staged(output) as stage:
        site(stage, "new")
    assert (output / "index.html").read_text() == "new"
    assert output.stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_is_taken(tmp_path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    with staged(output) as stage:
        site(stage, "new")
    assert (output / "index.html").read_text() == "new"


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, OSError])
def test_any_failure_leaves_the_old_site(tmp_path, fault: type[BaseException]) -> None:
    output = tmp_path / "output"
    site(output, "old")

    def fail() -> None:
        with staged(output) as stage:
            site(stage, "new")
            raise fault

    with pytest.raises(fault):
        fail()
    assert (output / "index.html").read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOursError, match="OUTPUTDIR"), staged(output):
        pytest.fail("it began")
    assert (output / "thesis.txt").read_text() == "years of work"


def test_a_file_or_a_link_is_no_output(tmp_path) -> None:
    (tmp_path / "file").write_text("words")
    site(tmp_path / "real", "old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(NotOursError), staged(tmp_path / name):
            pytest.fail("it began")


def test_what_a_killed_build_left_is_taken_away(tmp_path) -> None:
    output = tmp_path / "output"
    left = tmp_path / ".output.new-x1"
    site(left, "half")
    with staged(output) as stage:
        site(stage, "new")
    assert list(tmp_path.iterdir()) == [output]
