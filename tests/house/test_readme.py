"""The README's example is a site: what it tells a newcomer to write builds without a word."""

import re
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
FILES = ("sources/press.yaml", "cases/opened-letter.md", "data/vocabulary.yaml")


def test_the_example_of_the_readme_builds(tree, run, tmp_path: Path) -> None:
    blocks = re.findall(r"^```\w+\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    content = tree(dict(zip(FILES, blocks, strict=True)))
    ended = run("build", "--input", content, "--output", tmp_path / "site")
    assert (ended.status, ended.stderr) == (0, "")
    assert (tmp_path / "site" / "cases" / "opened-letter" / "index.html").is_file()
