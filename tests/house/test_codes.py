"""Every kind of diagnostic has one name, one explanation and a place in docs/errors.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTED = ROOT / "docs" / "errors.md"


def declared() -> Iterator[tuple[str, str, str]]:
    """Give the name, the explanation and the file of each `Code("…", "…")`."""
    for module in sorted((ROOT / "third_reader").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "Code" and len(node.args) + len(node.keywords) == 2:
                values = [*node.args, *(one.value for one in node.keywords)]
                name, explanation = (ast.literal_eval(one) for one in values)
                yield name, explanation, module.relative_to(ROOT).as_posix()


def test_a_code_is_declared_once_in_kebab_case_and_explained() -> None:
    names = [name for name, _, _ in declared()]
    assert names, "no code was found: is Code still called by that name?"
    assert sorted(names) == sorted(set(names))
    for name, explanation, where in declared():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name), f"{where}: {name}"
        assert len(explanation.split()) >= 5, f"{where}: {name} is not explained"


def test_errors_md_lists_every_code_and_no_other() -> None:
    headings = re.findall(r"^#+ `?([a-z0-9-]+)`?$", DOCUMENTED.read_text(encoding="utf-8"), re.M)
    documented = {one for one in headings if "-" in one or one in {n for n, _, _ in declared()}}
    assert documented == {name for name, _, _ in declared()}
