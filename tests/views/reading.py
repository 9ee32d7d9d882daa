"""Reads a built list with all the pages that it goes on at."""

from pathlib import Path

from lxml import html


def whole_list(folder: Path, *, newest_first: bool = False) -> html.HtmlElement:
    """Give the first page of a list, with the text of its further pages behind its own.

    Those have a number for an address: of the page, or of a year.
    """
    pages = sorted(int(one.name) for one in folder.iterdir() if one.name.isdigit())
    first, *others = [
        html.parse(file).getroot()
        for file in (
            folder / "index.html",
            *(folder / f"{one}" / "index.html" for one in (pages[::-1] if newest_first else pages)),
        )
    ]
    (main,) = first.xpath("//main")
    for other in others:
        main.extend(other.xpath("//main/*[not(self::ol[@class='years'])]"))
    return first
