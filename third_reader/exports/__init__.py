"""One file a format: Site to bytes. The folder is the registry."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

from third_reader.exports.artifact import Artifact
from third_reader.model.site import Site

Export = Callable[[Site], Iterable[Artifact]]


def exports() -> tuple[Export, ...]:
    """Give the `export` of every module of this folder that has one, by the module's name."""
    names = sorted(module.name for module in iter_modules(__path__, f"{__name__}."))
    modules = [import_module(name) for name in names]
    return tuple(module.export for module in modules if hasattr(module, "export"))


def all_exports(site: Site) -> tuple[Artifact, ...]:
    """Give every export of the site, by address.

    The site map is not among them: it also needs the addresses of all pages
    (`sitemap.sitemap`).
    """
    made = [artifact for export in exports() for artifact in export(site)]
    return tuple(sorted(made, key=lambda artifact: artifact.address))
