"""What is written of the site alone, while Pelican has not begun: exports, texts, pictures."""

from collections.abc import Mapping
from pathlib import Path

from third_reader.exports import all_exports
from third_reader.exports.corrections import correction_feeds
from third_reader.exports.datapackage import datapackage
from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import CITED_KINDS, file_of, text_address
from third_reader.model.site import Site
from third_reader.publishing.files import Files
from third_reader.publishing.images import bare
from third_reader.publishing.swap import synced


def used_pictures(site: Site) -> list[str]:
    """Give the addresses of the pictures that a page shows; others are not published."""
    shown = {link.target for one in site.documents for link in one.links if link.picture}
    return sorted(shown & site.pictures.keys())


def source_texts(site: Site) -> list[tuple[str, Path]]:
    """Give the addresses of the source texts that are published, and their files."""
    return [
        (text_address(one.url), site.texts[one.url])
        for one in site.documents
        if one.kind in CITED_KINDS and one.url in site.texts
    ]


def export(site: Site, catalogues: Mapping[str, Catalogue], root: Path) -> dict[str, str]:
    """Write every export under a folder; gives the digests of what was written.

    It is on the disk then, so that the end of the build has less to wait for.

    Raises OSError when a picture or text cannot be read, or the disk does not do its part.
    """
    files = Files(root)
    for address in used_pictures(site):
        files.write(file_of(address), bare(site.pictures[address]))
    made = (*all_exports(site), *correction_feeds(site, catalogues))
    for artifact in (*made, *datapackage(site, made)):
        files.write(file_of(artifact.address), artifact.data)
    for address, file in source_texts(site):
        files.write(file_of(address), file.read_bytes())
    synced(root)
    return files.sums
