"""Run Pelican over a site that has been read and judged."""

import logging
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from third_reader.model.site import Site
from third_reader.pelican_plugin.build import SETTING, Build


def run_pelican(file: Path, content: Path, site: Site, given: dict[str, object]) -> str:
    """Write a site with the settings of a file and some that are given; gives its digest.

    Pelican's words are left to what is wrong with Pelican: content has been judged already.
    Raises OSError when the disk does not do its part.
    """
    settings = read_settings(str(file), override=given)
    run = settings[SETTING] = Build(content, site)
    logging.getLogger("pelican").setLevel(logging.ERROR)
    console.quiet = True
    try:
        Pelican(settings).run()
    finally:
        run.stop()
    if not run.digest:
        message = "Pelican ran without our plugin"
        raise RuntimeError(message)
    return run.digest
