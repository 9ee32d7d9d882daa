"""Templates: how they are compiled, kept, and told the words of their language."""

import contextlib
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from third_reader.languages.catalogue import Catalogue

BESIDE = Path(__file__).with_name("__pycache__")


class Compiled(FileSystemBytecodeCache):
    """What has been compiled, by the key that Jinja gives it: in memory, and beside this module.

    Pelican makes an environment for each of its generators. On the disk it is kept where Python
    keeps our own modules, on the same terms: of this state of the code, where Python may write, and
    of a template only as long as its text is the same.
    """

    def __init__(self, folder: Path = BESIDE) -> None:
        """Begin with nothing in memory; on the disk it is kept in `folder`."""
        state = f"{sys.version}{jinja2.__version__}".encode() + Path(__file__).read_bytes()
        super().__init__(str(folder), f"{hashlib.sha256(state).hexdigest()[:16]}-%s.template")
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])
        else:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):  # a package may lie where nobody may write
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


SIGNS = re.compile("[&<>'\"]")
"""What `escape` writes otherwise."""


def escaped(value: Any) -> Any:
    """Give a value as HTML, as `escape` does.

    A page has hundreds of values, and most are plain texts without such signs. They are not marked
    as HTML one by one, since they go straight into the page, or into a macro's text, which is
    marked as a whole.
    """
    kind = type(value)
    if kind is Markup or (kind is str and not SIGNS.search(value)):
        return value
    return escape(value)


class Written(CodeGenerator):
    """Templates as plain Python: `one.name` is an attribute, a call is a call, `escaped` escapes.

    Jinja asks each time whether the name is an item instead, and whether the function wants to
    know the context. No view has items by name, and no function of ours wants that.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """Write an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  as above
        """Write a call."""
        if node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in node.args:
            self.visit(one, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Begin to write a value out."""
        del node, frame, finalize
        self.write("environment.escaped(")


class Kept(Extension):
    """The filter `kept`: what a macro gives of one thing, made once for all pages.

    In a template: `{{ card|kept(source_whole) }}`. The macro may use nothing that a page changes,
    and shares its name with no other.
    """

    def __init__(self, environment: Environment) -> None:
        """Begin with nothing."""
        super().__init__(environment)
        environment.code_generator_class = Written
        environment.extend(escaped=escaped)
        self._made: dict[tuple[str, int], tuple[object, str]] = {}
        environment.filters["kept"] = self._kept

    def _kept(self, thing: object, macro: Macro) -> str:
        """Give it; the thing is kept too, so that no other can take its identity."""
        key = macro.name, id(thing)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = thing, macro(thing)
        return found[1]


JINJA: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [Kept],
    "auto_reload": False,
    "bytecode_cache": Compiled(),
}
"""The settings of every environment: what is not escaped or not there never reaches a page."""


CALLED = ("range", "namespace")
"""What templates call of Jinja's own."""


def in_language(environment: Environment, t: Catalogue) -> Environment:
    """Give an environment whose templates all know the words of a language as `t`.

    What they import needs nothing of a page then, and is made once for all.
    """
    made = environment.overlay(cache_size=-1)
    made.globals = {"t": t, **{name: environment.globals[name] for name in CALLED}}
    return made


def warm(theme: Path) -> None:
    """Compile every template of a theme, to be found by later environments."""
    environment = Environment(loader=FileSystemLoader(theme / "templates"), **JINJA)  # noqa: S701  autoescape stands in JINJA
    for name in environment.list_templates():
        environment.get_template(name)


def explorables(theme: Path) -> frozenset[str]:
    """Give the slugs of the explainers that the theme has something to try for."""
    return _stems(theme, "explorables")


def drawings(theme: Path) -> frozenset[str]:
    """Give the ids of the headings that the theme has a drawing for."""
    return _stems(theme, "drawings")


def _stems(theme: Path, folder: str) -> frozenset[str]:
    return frozenset(file.stem for file in (theme / "templates" / folder).glob("*.html"))
