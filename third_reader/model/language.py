"""A language that the site is read in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site; `languages/<folder>/language.yaml` says what it is."""

    code: str
    """As in file names and addresses, lower case: `zh-hant`."""
    tag: str
    """As in HTML's `lang` (BCP 47): `zh-Hant`."""
    name: str
    """In itself, short: `繁體`."""
    locale: str
    """For dates and plurals (Babel): `zh_Hant_TW`."""
    direction: str
    """`ltr` or `rtl`."""
    prefix: str
    """Before each of its addresses: empty for the first language, else `/zh-hant`."""
