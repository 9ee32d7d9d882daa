"""Each server's file says what the one definition says; a real nginx sends it, word for word."""

import http.client
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import program
from tests.publishing.conftest import Carried
from tests.tools import find_nginx
from third_reader.exports.headers import ASKED, export, rules
from third_reader.model.site import Config
from third_reader.publishing.servers import configurations
from third_reader.settings import SettingsError, config_of, read_settings

ONION = "http://" + "a" * 56 + ".onion"
OURS = {"Connection", "Content-Length", "Content-Type", "Date", "ETag", "Last-Modified", "Server"}
OURS |= {"Accept-Ranges", "Location"}
"""What a server sends of itself."""
Rules = dict[str, dict[str, str]]


@pytest.fixture
def config() -> Config:
    """Give the project's own settings, with everything that is off switched on."""
    return replace(config_of(read_settings(strict=False)), onion=ONION, hsts=86400)


def defined(config: Config, asked: str) -> Rules:
    """Give the definition: headers by pattern, with the path as a server writes it."""
    return {
        rule.pattern: {name: value.replace(ASKED, asked) for name, value in rule.headers}
        for rule in rules(config)
    }


def without_onion(found: Rules) -> Rules:
    """Leave out what depends on the path: some servers cannot say it, and pages say it too."""
    found["/*"].pop("Onion-Location")
    return found


def pattern(expression: str) -> str:
    """Give the pattern that a regular expression was made from."""
    return re.sub(
        r"\\(.)", r"\1", expression.removeprefix("^").removesuffix("$").replace(".*", "*")
    )


def test_nginx_repeats_all_headers_in_every_block(config: Config) -> None:
    text = configurations(config)["third-reader.nginx.conf"]
    found: Rules = {}
    for where, body in re.findall(r'^location (?:~ )?"?(.*?)"? \{\n(.*?)^\}$', text, re.M | re.S):
        lines = re.findall(r'^    add_header (\S+) "([^"]*)" always;$', body, re.M)
        assert len(lines) == body.count("add_header")
        found["/*" if where == "/" else pattern(where)] = dict(lines)
    wanted = defined(config, "$request_uri")
    everywhere = wanted["/*"]
    assert found == {one: everywhere | headers for one, headers in wanted.items()}


def test_caddy_sets_what_is_defined_in_its_order(config: Config) -> None:
    text = configurations(config)["third-reader.caddy"]
    found = {
        "/*" if where == "*" else where: dict(re.findall(r'^\t{3}(\S+) "([^"]*)"$', body, re.M))
        for where, body in re.findall(r"^\t\theader (\S+) \{\n(.*?)^\t\t\}$", text, re.M | re.S)
    }
    assert found == defined(config, "{uri}")
    assert next(iter(found)) == "/*"


def test_apache_sets_what_is_defined(config: Config) -> None:
    text = configurations(config)["third-reader.apache.conf"]
    line = re.compile(r'^ *Header always set (\S+) "([^"]*)"$', re.M)
    found = {"/*": dict(line.findall(text.partition("<LocationMatch")[0]))}
    for where, body in re.findall(r'<LocationMatch "(.*?)">\n(.*?)</LocationMatch>', text, re.S):
        found[pattern(where)] = dict(line.findall(body))
    assert found == without_onion(defined(config, ""))


def test_hosts_that_read_headers_get_what_does_not_depend_on_the_path(config: Config) -> None:
    (artifact,) = export(SimpleNamespace(config=config))
    found: Rules = {}
    for line in artifact.data.decode().splitlines():
        if not line.startswith(" "):
            found[line] = {}
        elif not line.startswith("  ! "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    assert found == without_onion(defined(config, ""))


def test_each_file_says_by_its_name_how_it_is_included(config: Config) -> None:
    for name, text in configurations(config).items():
        included = re.findall(r"^# +(?:import|[Ii]nclude) (\S*\.\w+);?$", text, re.M)
        assert [Path(one).name for one in included] == [name]


def test_no_address_has_two_rules_besides_that_of_all(config: Config) -> None:
    others = [one.pattern for one in rules(config)][1:]
    for one in others:
        name = one.replace("*", "x")
        assert [two for two in others if re.fullmatch(two.replace("*", ".*"), name)] == [one]


def test_the_command_writes_each_file(tmp_path: Path) -> None:
    ended = program("headers", "--to", tmp_path / "to", env={"HSTS": "300", "ONION_URL": ONION})
    assert (ended.status, ended.stderr) == (0, "")
    names = sorted(one.name for one in (tmp_path / "to").iterdir())
    assert names == ["third-reader.apache.conf", "third-reader.caddy", "third-reader.nginx.conf"]
    for file in (tmp_path / "to").iterdir():
        text = file.read_text()
        assert 'Strict-Transport-Security "max-age=300"' in text
        assert (ONION in text) == ("apache" not in file.name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HSTS", "long"),
        ("ONION_URL", "http://short.onion"),
        ("MIRRORS", "https://no-name.example"),
        ("MIRRORS", "A=javascript:x"),
        ("CACHE_CONTROL", "public"),
    ],
)
def test_a_setting_without_a_meaning_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        config_of(read_settings(strict=False) | {name: value})


def test_a_setting_that_is_refused_is_one_line(tmp_path: Path) -> None:
    ended = program("headers", "--to", tmp_path / "to", env={"HSTS": "for ever"})
    assert (ended.status, ended.stderr.count("\n"), "HSTS" in ended.stderr) == (2, 1, True)


NGINX = """\
daemon off; master_process off; {user} pid {folder}/pid; error_log {folder}/errors; events {{}}
http {{
  types {{ text/html html; text/css css; text/plain txt; application/json json; text/xml xml; }}
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  server {{ listen 127.0.0.1:{port}; root {root}; include {folder}/third-reader.nginx.conf; }}
}}
"""


@pytest.fixture(scope="module")
def nginx(carried_site: Carried, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the built site by a real nginx, on a free port of this machine."""
    folder = tmp_path_factory.mktemp("nginx")
    config = replace(config_of(read_settings(strict=False)), onion=ONION, hsts=86400)
    for name, text in configurations(config).items():
        (folder / name).write_text(text)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = NGINX.format(folder=folder, port=port, root=carried_site.site, user="")
    (folder / "nginx.conf").write_text(told)
    command = [find_nginx(), "-p", folder, "-e", folder / "errors", "-c", folder / "nginx.conf"]
    subprocess.run([*command, "-t", "-q"], check=True)
    with subprocess.Popen(command) as server:
        try:
            wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(10)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server takes connections; it fails if the server ends before."""
    while server.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
    pytest.fail("nginx did not start")


def asked(port: int, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    sent = answer.getheaders()
    assert len({name for name, _ in sent}) == len(sent), "a header is sent twice"
    body = answer.read()
    connection.close()
    return answer.status, {name: value for name, value in sent if name not in OURS}, body


def wanted(path: str) -> dict[str, str]:
    """Give the headers that the definition has for an address."""
    config = replace(config_of(read_settings(strict=False)), onion=ONION, hsts=86400)
    found: dict[str, str] = {}
    for rule in rules(config):
        if re.fullmatch(re.escape(rule.pattern).replace(r"\*", ".*"), path):
            found |= {name: value.replace(ASKED, path) for name, value in rule.headers}
    return found


def test_a_real_server_sends_what_is_defined(carried_site: Carried, nginx: int) -> None:
    site = carried_site.site
    sheet = next((site / "static").glob("site.*")).relative_to(site).as_posix()
    paths = [
        "/",
        "/cases/opened-letter/",
        "/search/",
        "/zh-hant/search/",
        "/robots.txt",
        f"/{sheet}",
    ]
    paths += ["/data/claims.json", "/feeds/all.atom.xml", "/sources/post-law.json", "/SHA256SUMS"]
    paths += ["/sources/post-law/", "/.well-known/none", "/cases", "/search/index.json"]
    for path in paths:
        status, sent, _ = asked(nginx, path)
        assert status == {"/.well-known/none": 404, "/cases": 301}.get(path, 200), path
        assert sent == wanted(path), path


def test_a_missing_page_is_ours_with_every_header(carried_site: Carried, nginx: int) -> None:
    for path in ("/cases/no-such-case/", "/data/none.json"):
        status, sent, body = asked(nginx, path)
        assert (status, body) == (404, (carried_site.site / "404.html").read_bytes())
        assert sent == wanted("/404.html") | {"Onion-Location": ONION + path}
