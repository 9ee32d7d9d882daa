"""Configurations of nginx, Caddy and Apache, made from the one definition of headers.

Each is a snippet that a server's own configuration takes in; none is part of the site.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from third_reader.exports.headers import ASKED, Rule, rules
from third_reader.model.site import Config

Headers = tuple[tuple[str, str], ...]

NGINX = """\
# Made by `make headers`. Inside a server block that sets `root` to the built site:
#     include /etc/nginx/third-reader.nginx.conf;
# nginx drops inherited headers wherever a block adds one, so each block has all of them.
index index.html;
charset utf-8;
charset_types text/plain text/css text/javascript application/javascript application/json
    text/xml application/xml application/atom+xml text/calendar;
server_tokens off;
access_log off;
absolute_redirect off;
error_page 404 /404.html;
"""
CADDY = """\
# Made by `make headers`. In a Caddyfile, before the site that uses it:
#     import third-reader.caddy
#     reader.example {
#         root * /srv/third-reader
#         import third-reader
#     }
# Within `route` the order is that of this file; elsewhere Caddy sorts by path.
"""
APACHE = """\
# Made by `make headers`; needs mod_headers and mod_dir. Inside a virtual host that serves the
# built site; Apache allows what is below neither in the block of a directory nor in .htaccess:
#     Include /etc/apache2/third-reader.apache.conf
# Where a page is an onion service too, the page itself says so: when Apache writes headers, it has
# put the name of a file in place of the path that was asked for.
DirectoryIndex index.html
AddDefaultCharset utf-8
ErrorDocument 404 /404.html
"""


def configurations(config: Config) -> Mapping[str, str]:
    """Give a file for each server, by its name."""
    everywhere, *others = rules(config)
    return {
        "third-reader.nginx.conf": _nginx(everywhere, others),
        "third-reader.caddy": _caddy(everywhere, others),
        "third-reader.apache.conf": _apache(everywhere, others),
    }


def merged(everywhere: Rule, rule: Rule) -> Headers:
    """Give all headers of the addresses of a rule: its own, and those of the whole site."""
    return tuple((dict(everywhere.headers) | dict(rule.headers)).items())


def expression(pattern: str) -> str:
    """Give the pattern of a rule as a regular expression that servers share."""
    return "^" + ".*".join(re.escape(part) for part in pattern.split("*")) + "$"


def _nginx(everywhere: Rule, others: Iterable[Rule]) -> str:
    lines = [NGINX, "location / {", *_nginx_block(everywhere.headers), "}"]
    for rule in others:
        lines += [f'location ~ "{expression(rule.pattern)}" {{']
        lines += [*_nginx_block(merged(everywhere, rule)), "}"]
    return _text(lines)


def _nginx_block(headers: Headers) -> Iterator[str]:
    for name, value in _filled(headers, lambda before: f"{before}$request_uri"):
        yield f'    add_header {name} "{value}" always;'
    yield "    try_files $uri $uri/ =404;"


def _caddy(everywhere: Rule, others: Iterable[Rule]) -> str:
    lines = [CADDY, "(third-reader) {", "\troute {"]
    lines += _caddy_block("*", everywhere.headers)
    for rule in others:
        lines += _caddy_block(rule.pattern, rule.headers)
    lines += ["\t\tfile_server", "\t}"]
    lines += ["\thandle_errors {", "\t\trewrite * /404.html", "\t\tfile_server", "\t}", "}"]
    return _text(lines)


def _caddy_block(pattern: str, headers: Headers) -> Iterator[str]:
    yield f"\t\theader {pattern} {{"
    for name, value in _filled(headers, lambda before: f"{before}{{uri}}"):
        yield f'\t\t\t{name} "{value}"'
    yield "\t\t}"


def _apache(everywhere: Rule, others: Iterable[Rule]) -> str:
    lines = [APACHE, *_apache_block(everywhere.headers)]
    for rule in others:
        lines += [f'<LocationMatch "{expression(rule.pattern)}">']
        lines += [*_apache_block(rule.headers, "    "), "</LocationMatch>"]
    return _text(lines)


def _apache_block(headers: Headers, indent: str = "") -> Iterator[str]:
    for name, value in headers:
        if ASKED not in value:
            yield f'{indent}Header always set {name} "{value}"'


def _filled(headers: Headers, asked: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Give the headers with the asked path as a server writes it, which ends the value."""
    for name, value in headers:
        yield name, asked(value.removesuffix(ASKED)) if value.endswith(ASKED) else value


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
