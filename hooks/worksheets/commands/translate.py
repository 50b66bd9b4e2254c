"""`translate`: what translators begin with, how far they are, what has changed since, and files for their tools."""

from dataclasses import replace
from pathlib import Path

import click

from ..authoring.problems import nearest, report
from ..authoring.source_files import Folders
from ..authoring.words import SOURCE, read_words
from ..editions.coverage import coverage, line_for_readers, table
from ..editions.edition import read_edition
from ..editions.language_folder import LANGUAGES, unknown_titles
from ..editions.layers import Layers, missing_words
from ..editions.originals import copy_to_own, remember
from ..editions.translations import Translation, translations
from ..exercises.kinds import words_files
from ..guide.guide_settings import SETTINGS, read_settings
from ..guide.language_rules import RULES, LanguageRules
from ..guide.prose_rules import broken_in_language
from ..translation_files.guide_files import GuideFile, guide_files
from ..translation_files.tables import menu_titles
from .clinic_argument import FILE
from .language_option import language_folder
from .places_in_pages import lost_places, renderer_of
from .po_commands import export, import_
from .refusal import stop

NO_RULES = "No rules: {}/{}/{} is not there. Nothing says how easy texts have to be."


@click.group()
def translate() -> None:
    """Begin a translation, and see how far it is.

    A language is a folder of languages/, such as languages/es. LANGUAGE is its name there.
    """


@translate.command()
@click.argument("language")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=FILE)
def begin(language: str, files: tuple[Path, ...]) -> None:
    """Copy files of the guide, to be translated.

    FILE is a page, an exercise, a picture or a pack, such as docs/a-page.md. Translate the copy. What it was made
    from is kept beside it.
    """
    folder = language_folder(language).folder
    for file in files:
        try:
            target = copy_to_own(Path.cwd(), folder, file)
        except FileExistsError as error:
            stop(f"{error.filename} is there already. It was not changed.")
        except ValueError as error:
            stop(str(error))
        click.echo(f"Copied {file} to {target.relative_to(Path.cwd()) if target.is_absolute() else target}.")
    for one in _guide_files(language):
        if one.kept_ids and one.name in {file.as_posix() for file in files}:
            ids = ", ".join(f"{{#{id_}}}" for id_ in one.kept_ids)
            click.echo(f"Links lead to headings of {one.name}. Write their ids after yours: {ids}")


@translate.command()
@click.argument("language")
@click.option("--files", is_flag=True, help="Name each file that is not whole.")
def status(language: str, files: bool) -> None:
    """Print how much is translated.

    A file is whole, part of it is still in English, the guide's has changed since (behind), or it is missing. If what
    changed is about when to stop, it counts as missing.
    """
    found = language_folder(language)
    every = _translations(language)
    rows = coverage(every)
    layers = Layers(Folders.of(Path.cwd()), None, SOURCE, language, found)
    words, problems = read_words(layers.words_files(language), language, "GB", words_files())
    if words is None:
        stop(report(problems))
    click.echo(table(rows, (len(words.texts) - len(words.missing), len(words.texts))))
    for notice in missing_words(layers, words):
        click.echo(notice, err=True)
    for one in every if files else ():
        if one.state != "whole":
            click.echo(f"{one.state:8} {one.files.own}")
    if found.rules is None:
        click.echo(NO_RULES.format(LANGUAGES, language, RULES))
    click.echo(line_for_readers(found.settings.name, rows))


@translate.command()
@click.argument("language")
def check(language: str) -> None:
    """Say what the rules of a language find in what is translated.

    They stand in its rules.yml: how easy texts are, which words and marks they have. Some are asked of every language,
    and all links have to lead somewhere. Nothing is changed.
    """
    found = language_folder(language)
    edition, guide, problems = read_edition(Folders.of(Path.cwd()), code=language)
    problems += unknown_titles(found, menu_titles(Path.cwd(), ()))
    if edition and not problems:
        problems += lost_places(renderer_of(Path.cwd(), edition), edition)
    guide = replace(guide, other_rules={language: found.rules or LanguageRules()})
    problems += broken_in_language(guide, language)
    if found.rules is None:
        click.echo(NO_RULES.format(LANGUAGES, language, RULES), err=True)
    if problems:
        stop(report(problems))
    count = sum(one == language for one in guide.languages.values())
    click.echo(f"Translated pages, sheets and packs in {found.settings.name}: {count}. Nothing to fix.")


@translate.command()
@click.argument("language")
@click.argument("files", metavar="[FILE]…", nargs=-1, type=FILE)
def diff(language: str, files: tuple[Path, ...]) -> None:
    """Show how the guide has changed since its files were translated: all of them, or some, such as docs/a-page.md."""
    language_folder(language)
    old = _out_of_step(language, files)
    unknown = [one.files.own for one in old if not one.files.then.is_file()]
    for one in old:
        if one.files.then.is_file():
            click.echo(one.files.difference())
    for name in unknown:
        click.echo(f"{name}: nobody has said from which text it was made. If it is in step: guide translate accept")
    if not old:
        click.echo("Nothing that is translated has changed in the guide.")


@translate.command()
@click.argument("language")
@click.argument("files", metavar="[FILE]…", nargs=-1, type=FILE)
def accept(language: str, files: tuple[Path, ...]) -> None:
    """Say that translations are up to date: all of them, or some FILEs of the guide, such as docs/a-page.md."""
    language_folder(language)
    old = _out_of_step(language, files)
    for one in old:
        remember(one.files)
    names = "\n".join(["These translations count as in step:", *(one.files.own for one in old)])
    click.echo(names if old else "Everything was in step.")


def _out_of_step(code: str, files: tuple[Path, ...]) -> list[Translation]:
    """Translations of texts that have changed since: all, or those of some files of the guide."""
    wanted = {file.as_posix() for file in files}
    every = [one for one in _translations(code) if one.own.is_file()]
    for name in sorted(wanted - {one.files.upstream for one in every}):
        stop(f"{name} is not translated. {nearest(name, [one.files.upstream for one in every])}")
    return [one for one in every if not one.files.is_in_step and (not wanted or one.files.upstream in wanted)]


def _guide_files(code: str) -> list[GuideFile]:
    settings = read_settings(Path.cwd() / SETTINGS, SETTINGS)[0]
    return list(guide_files(Folders.of(Path.cwd()), code, settings))


def _translations(code: str) -> list[Translation]:
    """Every file that can be translated, without those for makers of copies."""
    left_out = read_settings(Path.cwd() / SETTINGS, SETTINGS)[0].left_out
    return list(translations(Folders.of(Path.cwd()), code, left_out))


translate.add_command(export)
translate.add_command(import_)
