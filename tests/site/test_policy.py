"""The policy in each of its forms, word by word: what a page says, what a server sends, and how servers are told."""

import pytest
from worksheets.site.content_security_policy import (
    content_security_policy,
    excess,
    for_caddy,
    for_nginx,
    for_static_hosts,
    headers,
    style_sources,
)

NOTHING_ELSE = "manifest-src 'self'; form-action 'none'; base-uri 'none'"
BUILT = "default-src 'none'; script-src 'none'; connect-src 'none'; style-src 'self'; img-src 'self'; " + NOTHING_ELSE
HASHES = [f"'sha256-{letter * 43}='" for letter in "abcd"]


def test_what_a_page_says() -> None:
    assert content_security_policy(serving=False) == BUILT
    assert content_security_policy(serving=False, styles=[HASHES[1], HASHES[0], HASHES[1]]) == BUILT.replace(
        "style-src 'self'", f"style-src {HASHES[0]} {HASHES[1]}"
    )
    live = content_security_policy(serving=True)
    assert live == BUILT.replace(
        "script-src 'none'; connect-src 'none'", "script-src 'unsafe-inline'; connect-src 'self'"
    )


def test_what_a_server_sends() -> None:
    policy = "Content-Security-Policy"
    assert headers()[policy] == BUILT + "; frame-ancestors 'none'"
    assert f"style-src {' '.join(HASHES[:3])};" in headers([*HASHES[:3], HASHES[0]])[policy]
    assert "style-src 'unsafe-inline';" in headers(HASHES)[policy]
    assert headers()["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers()["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("policy", "differing"),
    [
        (BUILT, []),
        (BUILT + ";", []),
        (BUILT.replace("; ", ";"), []),
        (BUILT.replace("'self';", "'sha384-aa+/09=' 'sha512-Z==' 'self';", 1), []),
        (BUILT.replace("'self';", "'self' *;", 1), ["style-src"]),
        (BUILT.replace("'self';", "'xself';", 1), ["style-src"]),
        (BUILT.replace(" style-src 'self';", ""), ["style-src"]),
        (BUILT.replace("img-src 'self'", "img-src *"), ["img-src"]),
        (BUILT.replace("form-action 'none'; base-uri 'none'", "font-src *"), ["base-uri", "font-src", "form-action"]),
        (BUILT.replace("default-src 'none'", "default-src 'none' *"), ["default-src"]),
        ("", ["base-uri", "connect-src", "default-src", "form-action", "img-src", "manifest-src", "script-src",
              "style-src"]),
    ],
)  # fmt: skip
def test_what_differs_is_named(policy: str, differing: list[str]) -> None:
    assert excess(policy) == differing


def test_the_sources_of_styles() -> None:
    assert style_sources(f"a b; style-src  {HASHES[0]} 'self' ;c d") == [HASHES[0], "'self'"]
    assert style_sources("a b") == []


def test_how_servers_are_told() -> None:
    two = {"A-B": "c 'd'; e", "F": "g"}
    assert for_static_hosts(two) == "/*\n  A-B: c 'd'; e\n  F: g\n"
    assert for_nginx(two) == 'add_header A-B "c \'d\'; e" always;\nadd_header F "g" always;\n'
    assert for_caddy(two) == 'header {\n\tA-B "c \'d\'; e"\n\tF "g"\n}\n'
