"""Who may touch what: libraries, the clock and the environment each have their room.

The order of the rooms themselves is in pyproject.toml, for import-linter.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "third_reader"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS_OF = {
    "pelican": ("pelican_plugin/",),
    "markdown": ("citations/extension.py", "blocks/", "reading/"),
    "pymdownx": ("blocks/", "reading/"),
    "argparse": ("arguments.py", "asked.py", "cli.py", "desk.py"),
    "urllib3": ("authoring/asking.py",),
    "locale": (),
}
"""The rooms that may import a library; all others may not."""
AT_THE_DOOR = ("cli.py", "desk.py", "serve.py", "settings.py")
"""The only modules that know of a clock and an environment; Pelican may start by the last one."""
CLOCK = {"today", "now", "utcnow", "localtime"}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_library_is_imported_only_in_its_room(module: Path) -> None:
    for library in {one.split(".")[0] for one in imported(module)} & ROOMS_OF.keys():
        assert name(module).startswith(ROOMS_OF[library] or ("-",)), f"{library} is not for here"


@pytest.mark.parametrize("module", sorted((PACKAGE / "model").rglob("*.py")), ids=name)
def test_the_model_imports_the_standard_library_alone(module: Path) -> None:
    allowed = sys.stdlib_module_names | {"third_reader"}
    assert {one.split(".")[0] for one in imported(module)} <= allowed


INDOORS = [one for one in MODULES if name(one) not in AT_THE_DOOR]


@pytest.mark.parametrize("module", INDOORS, ids=name)
def test_only_the_doors_read_clock_and_environment(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"line {node.lineno} reads the clock"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            read = (node.value.id, node.attr)
            assert read not in {("os", "environ"), ("os", "getenv")}, f"line {node.lineno}"
            assert read != ("time", "time"), f"line {node.lineno} reads the clock"
