"""Puts exercises, lists, helplines and references into the pages, and at their foot what paper needs."""

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from page_addresses import addresses_from
from translated_pages import with_originals
from worksheets.editions.dropped_links import drop_links
from worksheets.exercises.exercise_addresses import exercise_style
from worksheets.guide.citations import cited
from worksheets.guide.easy_read import with_lines
from worksheets.guide.markers import filled
from worksheets.guide.place import place_of
from worksheets.rendering.marker_content import content_among
from worksheets.rendering.page_anchors import anchors
from worksheets.rendering.problem_page import problem_page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    build = current()
    if build.problems:
        return problem_page(build.problems)
    if source := build.guide.page(page.file.src_uri):
        markdown, page.meta = source.body, source.meta
        markdown = with_lines(markdown) if build.guide.settings.is_easy(source.path) else markdown
    markdown = drop_links(with_originals(markdown, page, config), page.file.src_uri, build.edition.removed)
    link, language = addresses_from(page, files), build.foreign.get(page.file.src_uri, "")
    return cited(markdown, lambda keys: build.renderer.citation(keys, link, language))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show what the markers name, and tell MkDocs of the anchors in it, which it has not seen."""
    build, link = current(), addresses_from(page, files)
    language = build.foreign.get(page.file.src_uri, "")
    whole = filled(html, page.markdown or "", lambda one: content_among(build.renderer, one, link, language))
    if page.present_anchor_ids is not None and whole != html:
        page.present_anchor_ids |= anchors(whole)
    return whole


def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, nav: object) -> None:
    build, path = current(), page.file.src_uri
    context["place"] = place_of(build.guide, path)
    context["review_note"] = build.review_note(path)
    context["exercise_styles"] = [exercise_style(id_) for id_ in build.styles_on(path)]
    context["section_sheets"] = build.section_pdfs(path, addresses_from(page, Files([])))
    context["foot"] = build.foot(page.canonical_url or "")
