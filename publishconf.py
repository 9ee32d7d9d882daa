"""Settings of a strict build for publication: `make publish SITEURL=https://…`."""

import os

from pelicanconf import *  # noqa: F403  a Pelican settings file is extended this way

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "")
