"""Adds what is made for the site: pages and styles of exercises, PDFs, what the brand needs, the list of materials."""

from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from worksheets.authoring.source_files import is_left_by_programs


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add all that is made, and publish nothing of the theme's own files, or of what editors leave behind."""
    _take_out_what_nobody_wrote(files, Path(config.docs_dir))
    build = current()
    moved = build.moved_pages() if config.use_directory_urls else {}
    for path, content in {**build.files(), **moved}.items():
        if isinstance(content, Path):
            files.append(File.generated(config, path, abs_src_path=str(content)))
        else:  # as bytes, for text gets the line ends of Windows there
            made = content.encode() if isinstance(content, str) else content
            files.append(File.generated(config, path, content=made))


def _take_out_what_nobody_wrote(files: Files, docs: Path) -> None:
    for file in list(files):
        of_theme = file.src_dir and not Path(file.src_dir).is_relative_to(docs)
        if not file.generated_by and (of_theme or is_left_by_programs(Path(file.src_uri))):
            files.remove(file)
