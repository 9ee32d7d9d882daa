"""What only the whole site shows: one module a subject. The folder is the registry."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

from third_reader.model.diagnostic import Diagnostic, in_order
from third_reader.model.site import Site

Check = Callable[[Site], Iterable[Diagnostic]]


def checks() -> tuple[Check, ...]:
    """Give the `check` of every module of this folder that has one, by the module's name."""
    names = sorted(module.name for module in iter_modules(__path__, f"{__name__}."))
    modules = [import_module(name) for name in names]
    return tuple(module.check for module in modules if hasattr(module, "check"))


def all_checks(site: Site) -> tuple[Diagnostic, ...]:
    """Give what is wrong with the site as a whole, sorted; reading's findings are not repeated."""
    return in_order(diagnostic for check in checks() for diagnostic in check(site))
