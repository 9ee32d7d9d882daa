"""Settings of the site: what a publisher may change, then what the plugin needs."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

SITENAME = "The Third Reader"
SITEURL = ""
LANGUAGES = ("en", "zh-hant", "zh-hans")
"""Codes of the folders in third_reader/languages/; the first one's addresses have no prefix."""
CONTACT_EMAIL = ""
"""Where errors and dangers are reported; empty: no address is shown."""
ONION_URL = ""
"""The address of the same site as an onion service, `http://….onion`; empty: there is none."""
MIRRORS: list[tuple[str, str]] = []
"""Other copies that `/verify/` names: name and address, `("Somebody’s copy", "https://…")`."""
HSTS = 0
"""Seconds of `Strict-Transport-Security`; 0: not sent, as browsers keep the host's name so long."""
CACHE_CONTROL = "no-store"
"""Or `no-cache`: going back is quicker, and a device's disk shows what was read."""

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
THEME_STATIC_PATHS: list[str] = []
"""The plugin publishes them: scripts only with the pages that load them."""
PLUGINS = ["third_reader.pelican_plugin"]

ARTICLE_PATHS = ["cases", "explainers"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = "page_id"
DEFAULT_LANG = LANGUAGES[0]
TIMEZONE = "UTC"
LOCALE = ["C"]

# Pelican's own pages, feeds and shortcuts, each of which would write or read something of its own.
DIRECT_TEMPLATES: list[str] = []
ARCHIVES_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
RELATIVE_URLS = False
FORMATTED_FIELDS: list[str] = []
FILENAME_METADATA = "(?P<page_id>.*)"
USE_FOLDER_AS_CATEGORY = False
IGNORE_FILES = ["**/.*", "**/_*", "**/*~", "**/#*#"]
