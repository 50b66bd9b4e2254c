"""Adds what is made for the site: pages and styles of exercises, PDFs, what the brand needs, the list of materials."""

from pathlib import Path

from current_build import current
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add all that is made, and publish nothing of the theme but what its templates write."""
    for file in list(files):
        if not file.generated_by and file.src_dir and not Path(file.src_dir).is_relative_to(config.docs_dir):
            files.remove(file)
    for path, content in current().files().items():
        if isinstance(content, Path):
            files.append(File.generated(config, path, abs_src_path=str(content)))
        else:
            files.append(File.generated(config, path, content=content))
