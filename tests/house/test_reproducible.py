"""Two builds of one tree are equal byte for byte, wherever, whenever and in whatever locale."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TAIPEI = {"TZ": "Asia/Taipei", "LC_ALL": "C", "LANG": None, "PYTHONHASHSEED": "1"}
LOS_ANGELES = {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4096"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_place_zone_locale_and_hash_seed_change_no_byte(run, tmp_path: Path) -> None:
    there = tmp_path / "an other place" / "content"
    shutil.copytree(ROOT / "content", there, copy_function=shutil.copyfile)
    first, second, warm = (tmp_path / one for one in ("one", "two", "three"))
    runs = (
        (ROOT / "content", first, tmp_path / "cache one", ROOT, TAIPEI),
        (there, second, tmp_path / "cache two", there.parent, LOS_ANGELES),
        (there, warm, tmp_path / "cache two", tmp_path, TAIPEI),
    )
    for content, output, cache, cwd, env in runs:
        arguments = ("--input", content, "--output", output, "--cache", cache)
        ended = run("build", *arguments, cwd=cwd, env=env)
        assert ended.status == 0, ended.stderr
    expected = contents(first)
    assert expected
    for folder in (second, warm):
        built = contents(folder)
        assert built.keys() == expected.keys()
        assert [name for name in expected if built[name] != expected[name]] == []
