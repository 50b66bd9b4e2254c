"""Adds what is made for the site: pages and styles of exercises, PDFs, what the brand needs, the list of materials."""

from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from worksheets.authoring.source_files import is_left_by_programs
from worksheets.build import MATERIALS
from worksheets.editions.robots_txt import ROBOTS
from worksheets.exercises.exercise_addresses import BRAND_STYLE, FILTERS_STYLE, KINDS_STYLE


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add all that is made, and publish nothing of the theme's own files, or of what editors leave behind."""
    _take_out_what_nobody_wrote(files, Path(config.docs_dir))
    once = _for_all_languages(files) if current().host.home else set()
    for file in list(files):
        if file.src_uri in once:
            files.remove(file)
    moved = current().moved_pages() if config.use_directory_urls else {}
    for path, content in {**current().files(), **moved}.items():
        if path not in once:
            files.append(_made(config, path, content))


def _take_out_what_nobody_wrote(files: Files, docs: Path) -> None:
    for file in list(files):
        of_theme = file.src_dir and not Path(file.src_dir).is_relative_to(docs)
        if not file.generated_by and (of_theme or is_left_by_programs(Path(file.src_uri))):
            files.remove(file)


def _made(config: MkDocsConfig, path: str, content: Path | str | bytes) -> File:
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content))
    made = content.encode() if isinstance(content, str) else content  # or text gets the line ends of Windows there
    return File.generated(config, path, content=made)


def _for_all_languages(files: Files) -> set[str]:
    """What lies once at the top of the site, whatever the language of a page: styles, pictures of the brand."""
    styles = (file.src_uri for file in files if file.src_uri.endswith(".css"))
    made = (BRAND_STYLE, FILTERS_STYLE, KINDS_STYLE, ROBOTS, MATERIALS.name)
    return {*styles, *made, *current().edition.published}
