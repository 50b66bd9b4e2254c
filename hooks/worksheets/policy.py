"""What a page may do, as its Content Security Policy says it: show itself, and nothing else."""

from collections.abc import Iterable

PAGE = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}

LIVE_RELOAD = {"script-src": "'unsafe-inline'", "connect-src": "'self'"}
"""What the preview of `make serve` needs to follow changes. A built site never has it."""


def content_security_policy(serving: bool) -> str:
    """The policy of every page, for its meta tag."""
    rules = PAGE | LIVE_RELOAD if serving else PAGE
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def with_styles(policy: str, sources: Iterable[str]) -> str:
    """A policy that allows styles from these sources alone, such as `'sha256-…'`."""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    return "; ".join(f"{name} {value}" for name, value in (rules | {"style-src": " ".join(sources)}).items())
