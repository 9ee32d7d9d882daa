"""Sources are asked after politely, and what is found becomes a diff that changes nothing else."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.authoring.little_web import Hand, Web, little_web
from tests.conftest import BUILD_DAY
from third_reader.authoring.asking import Asker, is_public
from third_reader.authoring.links import Network, link_fields, links, patches, read_shelf
from third_reader.authoring.visiting import Pace, Verdict, visit
from third_reader.cli import main
from third_reader.machinery.journal import Journal

TODAY = date(2026, 11, 24)
HERE = {
    "/live": (200, {}, b"x" * 100_000),
    "/moved": (301, {"Location": "/new"}, b""),
    "/new": (200, {}, b""),
    "/for-now": (302, {"Location": "/login?next=1"}, b""),
    "/login?next=1": (200, {}, b""),
    "/slash": (308, {"Location": "/slash/"}, b""),
    "/slash/": (200, {}, b""),
    "/half": (302, {"Location": "/moved"}, b""),
    "/front": (301, {"Location": "/"}, b""),
    "/": (200, {}, b""),
    "/gone": (410, {}, b""),
    "/then-gone": (301, {"Location": "/never-was"}, b""),
    "/forbidden": (403, {}, b""),
    "/broken": (500, {}, b""),
    "/circle": (302, {"Location": "/circle-2"}, b""),
    "/circle-2": (302, {"Location": "/circle"}, b""),
    "/itself": (301, {"Location": "/itself"}, b""),
    "/nowhere": (302, {}, b""),
    "/out": (302, {"Location": "file:///etc/passwd"}, b""),
    "/no-address": (302, {"Location": "http://[x/"}, b""),
    "/silent": (0, {}, b""),
    "/too-long": (429, {"Retry-After": "86400"}, b""),
}


def reply(web: Web, path: str) -> tuple[int, dict[str, str], bytes]:
    if path.startswith("/far/"):
        return 302, {"Location": f"/far/{int(path[5:]) + 1}"}, b""
    if path == "/busy":
        times = web.paths().count(path)
        return (200, {}, b"") if times == 3 else (429, {"Retry-After": "90"}, b"")
    if path == "/busy-by-date":
        dates = {"Retry-After": "Tue, 24 Nov 2026 10:02:00 GMT"}
        dates["Date"] = "Tue, 24 Nov 2026 10:00:00 GMT"
        return (200, {}, b"") if web.paths().count(path) == 2 else (503, dates, b"")
    if path == "/always-busy":
        return 429, {}, b""
    return HERE.get(path, (404, {}, b""))


@pytest.fixture
def web() -> Iterator[Web]:
    with little_web(reply) as made:
        yield made


def asker(seconds: float = 5.0) -> Asker:
    return Asker("links of a test", seconds, allowed=lambda _: True)


def verdicts(web: Web, *paths: str, seconds: float = 5.0) -> dict[str, Verdict]:
    found = visit([web.at(one) for one in paths], asker(seconds), web.clock.clock())
    return {address.removeprefix(web.at("")): verdict for address, verdict in found}


def test_each_answer_has_its_verdict(web: Web) -> None:
    found = verdicts(
        web,
        *("/live", "/moved", "/for-now", "/slash", "/half", "/front", "/", "/gone", "/never-was"),
        *("/then-gone", "/forbidden", "/broken", "/circle", "/itself", "/nowhere", "/out"),
        *("/no-address", "/far/0"),
    )
    assert {path: one.status for path, one in found.items()} == {
        **dict.fromkeys(("/live", "/for-now", "/slash", "/half", "/"), "live"),
        "/moved": "moved",
        **dict.fromkeys(("/front", "/gone", "/never-was", "/then-gone"), "gone"),
        **dict.fromkeys(("/forbidden", "/broken", "/circle", "/itself"), "unreachable"),
        **dict.fromkeys(("/nowhere", "/out", "/no-address", "/far/0"), "unreachable"),
    }
    assert found["/moved"].why == web.at("/new")
    assert found["/gone"].why == "410"
    assert found["/circle"].why == found["/itself"].why == "its redirects run in a circle"
    assert found["/far/0"].why == "it leads on more than 10 times"
    assert web.paths().count("/far/10") == 1
    assert "/far/11" not in web.paths()
    assert web.agents == {"links of a test"}


def test_no_answer_and_a_fault_of_tls_are_unreachable(web: Web) -> None:
    silent = verdicts(web, "/silent", seconds=0.1)["/silent"]
    assert silent == Verdict("unreachable", "no answer in time", answered=False)
    secure = web.at("/").replace("http:", "https:")
    closed = "http://127.0.0.1:1/"
    found = dict(visit([secure, closed, "http://a..b/"], asker(), web.clock.clock()))
    assert {one.status for one in found.values()} == {"unreachable"}
    assert found[secure].why == "its certificate or TLS is at fault"
    assert found[closed].why == "the connection failed"


def test_one_host_is_not_asked_twice_within_five_seconds_but_others_meanwhile(web: Web) -> None:
    paths = ("/live", "/moved", "/gone")
    addresses = [web.at(path, host) for path in paths for host in ("127.0.0.1", "localhost")]
    assert len(dict(visit(addresses, asker(), web.clock.clock()))) == 6
    assert web.clock.seconds == 15
    assert [(path, when) for path, when in web.asked if path == "/live"] == [("/live", 0)] * 2


def test_a_busy_host_is_left_in_peace_for_as_long_as_it_says(web: Web) -> None:
    assert verdicts(web, "/busy", "/live") == {"/busy": Verdict("live"), "/live": Verdict("live")}
    assert [when for _, when in web.asked] == [0, 90, 95, 185][: len(web.asked)]
    web.asked.clear()
    web.clock.seconds = 0
    assert verdicts(web, "/busy-by-date")["/busy-by-date"] == Verdict("live")
    assert web.asked == [("/busy-by-date", 0), ("/busy-by-date", 120)]


def test_what_is_too_busy_is_not_known_and_the_rest_of_its_host_is_not_asked(web: Web) -> None:
    assert verdicts(web, "/always-busy")["/always-busy"].status == ""
    assert len(web.asked) == 3
    web.asked.clear()
    found = verdicts(web, "/too-long", "/live", "/moved")
    assert {one.status for one in found.values()} == {""}
    assert web.paths() == ["/too-long"]


def test_hosts_near_us_are_never_asked(web: Web) -> None:
    found = dict(visit([web.at("/live")], Asker(), web.clock.clock()))
    assert found[web.at("/live")].why == "its host is of a private network"
    assert web.asked == []
    for host in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "192.168.1.1", "localhost"):
        assert not is_public(host), host
    assert is_public("1.1.1.1")


def network(web: Web, folder: Path, day: date = TODAY) -> Network:
    journal = Journal(folder / "cache" / "links.jsonl")
    return Network(asker(), web.clock.clock(), journal, day, Pace(gap=0.0))


SOURCES = """\
# A comment that stays.

- id: live   # and this one
  title: "Live"
  issued: 2020
  URL: {live}
  custom:
    kind:   news-report  # three blanks
    read: part
    note: >-
      Two
      lines.

- {{id: moved, title: Moved, issued: 2020, URL: "{moved}", custom: {{kind: law}}}}
- id: gone
  title: Gone
  issued: 2020
  URL: {gone}
  custom:
    status: 'live'
    kind: law
    checked: "2025-01-02"   # by hand
- id: shelf
  title: Shelf
  issued: 2020
  archive: A
  custom: {{kind: law}}
- id: again
  title: Again
  issued: 2020
  URL: {gone}
  custom:
      kind: law"""


def written(web: Web) -> str:
    return SOURCES.format(live=web.at("/live"), moved=web.at("/moved"), gone=web.at("/gone"))


EXPECTED = (
    ("    read: part\n", "    read: part\n    status: live\n    checked: 2026-11-24\n"),
    ("custom: {kind: law}}\n", "custom: {status: moved, checked: 2026-11-24, kind: law}}\n"),
    ("status: 'live'", "status: 'gone'"),
    ('"2025-01-02"', '"2026-11-24"'),
    (
        "      kind: law",
        "      kind: law\n      status: gone\n      checked: 2026-11-24",
    ),
)


def expected(before: str) -> str:
    head, tail = before.rsplit("- id: again", 1)
    for old, new in EXPECTED[:-1]:
        assert old in head
        head = head.replace(old, new, 1)
    return f"{head}- id: again{tail.replace(*EXPECTED[-1])}"


def apply(folder: Path, text: str) -> None:
    (folder / "links.patch").write_bytes(text.encode())
    subprocess.run(["git", "apply", "links.patch"], cwd=folder, check=True)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("all.yaml", lambda text: text),
        ("with blanks.yml", lambda text: f"{text}\n"),
        ("all.yaml", lambda text: text.replace("\n", "\r\n")),
        ("all.yaml", lambda text: f"\ufeff{text}\n"),
        ("all.yaml", lambda text: f"references:\n  {text.replace(chr(10), chr(10) + '  ')}"),
    ],
    ids=["no line end", "a blank in the name", "CRLF", "BOM", "a map"],
)
def test_the_diff_changes_status_and_day_alone(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, change
) -> None:
    monkeypatch.chdir(tmp_path)
    before = change(written(web))
    file = tmp_path / "content" / "sources" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(before.encode())
    asking = network(web, tmp_path)
    shelf = read_shelf(tmp_path / "content")
    told = list(links(shelf, asking))
    assert told[0] == "addresses to ask: 3 of 3"
    assert f"gone: again, gone: {web.at('/gone')} (410)" in told
    text, refused = patches(shelf, link_fields(shelf, asking.journal.read()))
    assert refused == []
    apply(tmp_path, text)
    assert file.read_bytes().decode() == change(expected(written(web)))
    # A second run, with and without the state, asks nothing and changes nothing.
    (tmp_path / "cache" / "links.jsonl").unlink()
    asked = len(web.asked)
    shelf = read_shelf(tmp_path / "content")
    assert list(links(shelf, asking)) == ["addresses to ask: 0 of 3"]
    assert patches(shelf, link_fields(shelf, asking.journal.read())) == ("", [])
    assert len(web.asked) == asked


def test_json_takes_the_fields_too(web: Web, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content" / "sources" / "all.json"
    file.parent.mkdir(parents=True)
    record = f'{{"id": "a", "title": "A", "issued": "2020", "URL": "{web.at("/live")}", '
    file.write_text(f'[{record}"custom": {{"kind": "law"}}}}]\n', encoding="utf-8")
    asking = network(web, tmp_path)
    shelf = read_shelf(tmp_path / "content")
    assert list(links(shelf, asking))[1].startswith("live: a: ")
    apply(tmp_path, patches(shelf, link_fields(shelf, asking.journal.read()))[0])
    fields = '"custom": {"status": "live", "checked": "2026-11-24", "kind": "law"}}]\n'
    assert file.read_text(encoding="utf-8") == f"[{record}{fields}"


def test_what_was_stopped_goes_on_where_it_was(web: Web, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content" / "sources" / "all.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(written(web), encoding="utf-8")
    asking = network(web, tmp_path)
    begun = links(read_shelf(tmp_path / "content"), asking)
    assert [next(begun), next(begun).split(":")[0]] == ["addresses to ask: 3 of 3", "gone"]
    begun.close()
    with asking.journal.file.open("ab") as stream:
        stream.write(b'["http://cut sho')
    shelf = read_shelf(tmp_path / "content")
    assert next(links(shelf, asking)) == "addresses to ask: 2 of 3"
    assert len(list(links(shelf, asking))) == 3
    assert web.paths().count("/gone") == 1
    assert set(asking.journal.read()) == {web.at(one) for one in ("/live", "/moved", "/gone")}
    later = network(web, tmp_path, date(2026, 12, 24))
    assert next(links(shelf, later)) == "addresses to ask: 3 of 3"


def test_a_file_that_a_program_cannot_add_to_is_left_and_named(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content" / "sources" / "a.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "- id: a\n  title: A\n  issued: 2020\n  URL: https://a.example/\n  custom:\n"
        "    kind:\n      law\n",
        encoding="utf-8",
    )
    shelf = read_shelf(tmp_path / "content")
    results = {"https://a.example/": {"status": "gone", "day": "2026-11-24"}}
    text, refused = patches(shelf, link_fields(shelf, results))
    assert text == ""
    assert refused[0].startswith("content/sources/a.yaml: it is written in a way that a program")


def test_the_clock_of_tests_is_waited_for_by_nobody() -> None:
    hand = Hand()
    hand.clock().wait(3600)
    assert hand.clock().elapsed() == 3600


def many(folder: Path, *urls: str) -> Path:
    file = folder / "content" / "sources" / "all.yaml"
    file.parent.mkdir(parents=True)
    records = (
        f"- {{id: s{number}, title: A, issued: 2020, URL: '{url}', custom: {{kind: law}}}}\n"
        for number, url in enumerate(urls)
    )
    file.write_text("".join(records), encoding="utf-8")
    return folder / "content"


def test_without_a_network_nothing_is_known(web: Web, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    closed = [f"http://127.0.0.1:1/{number}" for number in range(9)]
    shelf, asking = read_shelf(many(tmp_path, *closed)), network(web, tmp_path)
    assert list(links(shelf, asking)) == [
        "addresses to ask: 9 of 9",
        "stopped: no host answered, so nothing is known of any; is there a network?",
    ]
    assert asking.journal.read() == {}


def test_what_was_silent_before_the_first_answer_counts_then(web: Web, tmp_path: Path) -> None:
    shelf = read_shelf(many(tmp_path, "http://127.0.0.1:1/", web.at("/gone")))
    asking = network(web, tmp_path)
    assert [one.split(":")[0] for one in links(shelf, asking)][1:] == ["gone", "unreachable"]
    assert len(asking.journal.read()) == 2


def test_the_commands_write_a_diff_of_what_is_known(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    private, known = "http://127.0.0.1:1/", "https://a.example/"
    content = many(tmp_path, private, known)
    links_known = {"status": "moved", "day": "2026-11-24"}
    Journal(tmp_path / ".cache" / "links.jsonl").add(known, links_known)
    copy = {"copy": "https://web.archive.org/web/20210101000000/x", "date": "2021-01-01"}
    for url in (private, known):
        Journal(tmp_path / ".cache" / "archive.jsonl").add(url, {**copy, "day": "2026-11-24"})
    assert main(["links", "--input", "content"]) == 0
    assert "no host answered" in capsys.readouterr().out
    assert main(["archive", "--input", "content"]) == 0
    assert "git apply archive.patch" in capsys.readouterr().out
    apply(tmp_path, (tmp_path / "links.patch").read_text(encoding="utf-8"))
    source = (content / "sources" / "all.yaml").read_text(encoding="utf-8").splitlines()
    assert "status" not in source[0]
    assert source[1].endswith("custom: {status: moved, checked: 2026-11-24, kind: law}}")
    assert main(["links", "--input", "content"]) == 0
    assert capsys.readouterr().out.endswith("nothing to change\n")
    assert not (tmp_path / "links.patch").exists()
    added = (tmp_path / "archive.patch").read_text(encoding="utf-8")
    assert added.count(f'archived: [{{url: "{copy["copy"]}", date: 2021-01-01}}]') == 2
