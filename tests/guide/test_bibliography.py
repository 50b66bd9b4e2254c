"""The references in APA form."""

from pathlib import Path

from worksheets.guide.bibliography.references import read_bibliography
from worksheets.guide.whole_guide import Guide

from tests.support.renderers import renderer_for


def test_a_reference_of_each_kind(guide: Guide) -> None:
    said = {key: guide.bibliography.reference(key).text for key in guide.bibliography.sound}
    assert said["gordon2016understanding"] == (
        "Gordon, A. M., & Chen, S. (2016). Do you get where I’m coming from? Perceived understanding buffers against "
        "the negative impact of conflict on relationship satisfaction. Journal of Personality and Social Psychology, "
        "110(2), 239–260. https://doi.org/10.1037/pspi0000039"
    )
    assert said["brennan1998self"] == (
        "Brennan, K. A., Clark, C. L., & Shaver, P. R. (1998). Self-report measurement of adult attachment: An "
        "integrative overview. In J. A. Simpson & W. S. Rholes (Eds.), Attachment theory and close relationships "
        "(pp. 46–76). Guilford Press."
    )
    assert said["simpson2015attachment"] == (
        "Simpson, J. A., & Rholes, W. S. (Eds.). (2015). Attachment theory and research: New directions and emerging "
        "themes. Guilford Press."
    )
    assert said["levine2010attached"] == (
        "Levine, A., & Heller, R. S. F. (2010). Attached: The new science of adult attachment and how it can help you "
        "find—and keep—love. Jeremy P. Tarcher/Penguin."
    )
    assert said["who2025violence"] == (
        "World Health Organization. (2025). Violence against women prevalence estimates, 2023. "
        "https://www.who.int/publications/i/item/9789240116962"
    )
    assert said["leemis2022national"].startswith(
        "Leemis, R. W., Friar, N., Khatiwada, S., Chen, M. S., Kresnow, M.-J.,"
    )
    assert said["hotline2014why"].endswith(
        "https://www.thehotline.org/2014/08/01/why-we-dont-recommend-couples-counseling-for-abusive-relationships/"
    )


def test_and_others_becomes_et_al(guide: Guide) -> None:
    key = "ni2025meta"
    assert str(guide.bibliography.label(key)) == "Ni et al., 2025"
    assert guide.bibliography.reference(key).text.startswith("Ni, N., et al. (2025). A meta-analytic study")
    labels = [str(guide.bibliography.label(key)) for key in guide.bibliography.sound]
    assert not [label for label in labels if "others" in label]


def test_no_two_works_look_the_same_in_the_text(guide: Guide) -> None:
    labels = [str(guide.bibliography.label(key)) for key in guide.bibliography.sound]
    assert len(set(labels)) == len(labels)


def test_the_list_is_in_order_of_authors_then_years(guide: Guide) -> None:
    keys = ["knee2005self", "arriaga2018revising", "knee2004implicit", "arriaga2014filling"]
    assert guide.bibliography.in_order(keys) == [
        "arriaga2014filling", "arriaga2018revising", "knee2005self", "knee2004implicit",
    ]  # fmt: skip


def test_each_work_is_cited_somewhere(guide: Guide) -> None:
    """A work that nothing cites is one that somebody has to keep right for nobody."""
    assert set(guide.bibliography.sound) == guide.cited


def test_a_key_that_cannot_be_cited_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@misc{ann:2020,\n author={Ann},\n title={x},\n year={2020},\n}\n")
    bibliography, (problem,) = read_bibliography(path, "references.bib")
    assert str(problem).startswith("references.bib:1: ann:2020: A key holds letters from a to z")
    assert str(problem).endswith("Write `ann-2020`.")
    assert bibliography.sound == ()


def test_signs_that_no_name_has_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@misc{a2020,\n author={{% x %}Ann, B},\n title={x},\n year={2020},\n}\n")
    bibliography, problems = read_bibliography(path, "references.bib")
    assert [str(problem) for problem in problems] == [
        "references.bib:2: a2020 › author: “{% x %}Ann, B” holds `%`, which no name has. Write the name without it."
    ]
    assert bibliography.sound == ()


def test_html_in_an_entry_is_shown_as_typed(guide: Guide, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@misc{a2020,\n author={O'Neil, B},\n title={<script>alert(1)</script> & co},\n year={2020},\n}\n")
    bibliography, problems = read_bibliography(path, "references.bib")
    assert not problems
    work = bibliography.reference("a2020")
    assert work.text == "O’Neil, B. (2020). <script>alert(1)</script> & co."
    shown = renderer_for(guide).html("references.html", works=[("a2020", work)], is_cut=False)
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in shown
