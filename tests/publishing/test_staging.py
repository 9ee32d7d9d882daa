"""All or nothing: the published folder is the old one or the new one, whole."""

from pathlib import Path

import pytest

from third_reader.publishing import staging
from third_reader.publishing.lock import BusyError, locked
from third_reader.publishing.staging import SIGN, NotOursError, recover, staged


def site(folder: Path, words: str) -> None:
    """Write what makes a folder a site of ours."""
    (folder / SIGN).parent.mkdir(parents=True, exist_ok=True)
    (folder / SIGN).write_text("[]")
    (folder / "index.html").write_text(words)


@pytest.mark.parametrize("swap", [True, False])
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path, monkeypatch, swap: bool) -> None:
    if not swap:
        monkeypatch.setattr(staging, "exchange", lambda one, other: False)
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


@pytest.mark.parametrize("name", ["output", "out[1]*"])
def test_what_a_killed_build_left_is_taken_away(tmp_path, name: str) -> None:
    output = tmp_path / name
    left = tmp_path / f".{name}.new-x1"
    site(left, "half")
    (tmp_path / f".{name}.lock").touch()
    with staged(output) as stage:
        site(stage, "new")
    assert list(tmp_path.iterdir()) == [output]


def test_a_build_killed_between_two_renames_is_repaired(tmp_path) -> None:
    output = tmp_path / "output"
    site(tmp_path / ".output.old-x1", "old")
    site(tmp_path / ".output.new-x1", "new")
    recover(output)
    assert (output / "index.html").read_text() == "old"
    site(tmp_path / ".output.old-x1", "older still")
    recover(output)
    assert (output / "index.html").read_text() == "old"
    assert not (tmp_path / ".output.old-x1").exists()


def test_a_new_site_that_cannot_get_its_name_leaves_the_old_one(tmp_path, monkeypatch) -> None:
    output = tmp_path / "output"
    site(output, "old")
    rename = Path.rename

    def refuse(one: Path, other: Path) -> Path:
        if ".new-" in one.name:
            raise OSError(28, "No space left on device", str(one))
        return rename(one, other)

    monkeypatch.setattr(staging, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space left"), staged(output) as stage:
        site(stage, "new")
    assert (output / "index.html").read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


def test_a_fault_in_the_stage_is_told_of_the_file_as_it_would_stand_in_the_site(tmp_path) -> None:
    output = tmp_path / "output"
    with pytest.raises(FileNotFoundError) as told, staged(output) as stage:
        (stage / "none" / "index.html").read_text()
    assert told.value.filename == str(output / "none" / "index.html")


def test_one_build_at_a_time(tmp_path) -> None:
    output = tmp_path / "output"
    site(output, "old")
    with staged(output) as stage:
        site(stage, "new")
        for begun in (staged(output), locked(output)):
            with pytest.raises(BusyError, match="another build"), begun:
                pytest.fail("it began")
        with pytest.raises(BusyError):
            recover(output)
        with staged(tmp_path / "other") as other:
            site(other, "at once")
    assert (output / "index.html").read_text() == "new"
    with locked(output):
        assert (tmp_path / ".output.lock").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other", "output"]
