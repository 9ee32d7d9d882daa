"""The headers are one definition, which the policies of pages follow."""

from third_reader.exports.headers import export, meta_policy, policy, rules


def test_the_policies_are_those_of_the_security_policy() -> None:
    start = "default-src 'none'; base-uri 'none'; form-action 'none'; "
    assert policy() == (
        f"{start}frame-ancestors 'none'; img-src 'self'; script-src 'self'; style-src 'self'"
    )
    assert meta_policy() == f"{start}img-src 'self'; style-src 'self'"
    assert meta_policy("own") == f"{meta_policy()}; script-src 'self'"
    search = "script-src 'self'; connect-src 'self'"
    assert meta_policy("search") == f"{meta_policy()}; {search}"
    assert policy("search") == policy().replace("script-src 'self'", search)


def test_nothing_unsafe_is_ever_allowed(make_site) -> None:
    text = str(rules(make_site("https://reader.example").config))
    for word in ("unsafe-inline", "unsafe-eval", "data:", "nonce-", "upgrade-insecure-requests"):
        assert word not in text


def test_the_whole_site_is_not_stored_and_tells_no_one_where_a_reader_came_from(make_site) -> None:
    everywhere = dict(rules(make_site().config)[0].headers)
    assert rules(make_site().config)[0].pattern == "/*"
    assert everywhere["Cache-Control"] == "no-store"
    assert everywhere["Referrer-Policy"] == "no-referrer"
    assert everywhere["Permissions-Policy"].count("=()") == 26
    assert "Strict-Transport-Security" not in everywhere


def test_data_and_feeds_are_open_in_every_language(make_site) -> None:
    by_pattern = {rule.pattern: dict(rule.headers) for rule in rules(make_site().config)}
    for pattern in ("/data/*", "/feeds/*", "/zh-hant/feeds/*", "/sources/*.json"):
        assert by_pattern[pattern]["Access-Control-Allow-Origin"] == "*"
        assert by_pattern[pattern]["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "connect-src 'self'" in by_pattern["/zh-hans/search/*"]["Content-Security-Policy"]


def test_a_header_that_is_set_again_is_first_taken_back(make_site) -> None:
    (artifact,) = export(make_site())
    blocks = artifact.data.decode().split("\n/")
    (search,) = [block for block in blocks if block.startswith("search/*")]
    assert search.splitlines()[1] == "  ! Content-Security-Policy"
    assert "!" not in blocks[0]
