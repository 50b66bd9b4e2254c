"""Which browser does what: the table in docs/about/accessibility.md is that of the styles that we ship."""

import pytest

from tests.support.browsers.compat_data import BROWSERS, since
from tests.support.browsers.css_features import features
from tests.support.browsers.table import PAGE, UnknownFeatureError, judged, with_table, written


def test_the_page_has_the_table_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page, written()) == page, "run `make browsers`, and read the difference"


@pytest.mark.parametrize(
    ("css", "named"),
    [
        ("a:not(.b, :has(> c)) { gap: 0 }", {"selector :not", "selector :not list", "selector :has", "property gap"}),
        ("@media (min-width: 40rem) { p { --x: 1px } }", {"at-rule media", "media min-width", "property --*"}),
        ("@supports not selector(:is(a)) { p { top: 0 } }", {"at-rule supports", "supports selector", "selector :is"}),
        ("@supports (width: stretch) { p { top: 0 } }", {"property width", "value width: stretch", "property top"}),
        ("@container style(--n > 3) { p { top: 0 } }", {"at-rule container", "container style", "container range"}),
        ("p { color: rgb(from red r g b); width: min(3vw, (1em)) }", {"function rgb from", "function min", "unit em"}),
        ("@keyframes k { to { rotate: 3deg } }", {"at-rule keyframes", "property rotate", "unit deg"}),
        ("@page { @bottom-right { content: counter(page) } }", {"at-rule bottom-right", "function counter"}),
        ("a { b & { inset: 0 } &::before { top: 0 } }", {"property inset", "selector ::before"}),
    ],
)
def test_features_are_named_wherever_they_stand(css: str, named: set[str]) -> None:
    assert named <= features(css)


def test_css_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 2"):
        features("a { top: 0 }\n}")


def test_a_new_feature_without_a_word_is_an_error() -> None:
    with pytest.raises(UnknownFeatureError, match=r"no word for: \['property field-sizing', 'property made-up'\]"):
        judged({"page": {"property field-sizing", "property made-up", "property color"}}, {})


def test_a_word_for_what_no_style_uses_is_an_error() -> None:
    with pytest.raises(UnknownFeatureError, match=r"no style uses: \['selector :has'\]"):
        judged({"page": {"property color"}}, {"responds": ["selector :has"]})


def test_a_need_is_met_by_the_version_that_knows_all_of_it() -> None:
    uses = {"page": {"selector :has", "property scale"}, "other": {"property scale"}}
    found = judged(uses, {"responds": ["selector :has", "property scale"]})
    assert list(found["page"]["responds"].values()) == [(105,), (121,), (15, 4), (20,)]
    assert list(found["other"]["responds"].values()) == [(104,), (72,), (14, 5), (20,)]


def test_a_prefixed_or_flagged_form_does_not_count() -> None:
    known = since("property text-size-adjust")
    assert known
    assert dict(zip(BROWSERS, known.values(), strict=True))["Safari"] == (9999,)
