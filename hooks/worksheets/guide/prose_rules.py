"""What pages and exercises must be like to read. Each rule is a generator of problems; its docstring is the rule."""

import re
from collections.abc import Callable, Iterator

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from .easy_read import one_idea_at_a_time
from .first_aid import first_aid_acts_first
from .language_rules import LanguageRules
from .readability_limits import easy_to_read
from .terms_in_order import terms_in_order
from .texts_in_language import headings
from .whole_guide import Guide
from .wording_rules import (
    banned_words,
    claims_have_sources,
    marks_of_the_language,
    one_spelling,
    short_descriptions,
)

OfTheGuide = Callable[[Guide], Iterator[Problem]]
InEachLanguage = Callable[[Guide, str, LanguageRules], Iterator[Problem]]


def broken_rules(guide: Guide) -> list[Problem]:
    """All that the rules find in what the guide is written in, in no order."""
    return [*(problem for rule in OF_THE_GUIDE for problem in rule(guide)), *broken_in_language(guide, SOURCE)]


def broken_in_language(guide: Guide, language: str) -> list[Problem]:
    """All that the rules of a language find in what is written in it; nothing for a language without rules."""
    rules = guide.rules(language)
    return [problem for rule in IN_EACH_LANGUAGE for problem in rule(guide, language, rules)] if rules else []


def guides_have_sources(guide: Guide) -> Iterator[Problem]:
    """The page of a section says on what it rests."""
    pages = {section.page for section in guide.catalogue.sections}
    for page in guide.pages:
        if page.path in pages and not page.citations:
            yield Problem(
                page.file, 1, "", "The page of a section cites nothing.", "Add `[@key]` where it claims something."
            )


def files_are_named_by_titles(guide: Guide) -> Iterator[Problem]:
    """The name of a file has words of its title, in their order: a download says what the title says."""
    entries, held = guide.catalogue.entries.values(), guide.packs.entries.values()
    titles = [(guide.catalogue.documents[one.id].file, one.id, one.exercise.title, one.language) for one in entries]
    titles += [(guide.packs.documents[one.id].file, one.id, one.pack.title, one.language) for one in held]
    for file, id_, title, language in titles:
        name = id_.split("/")[-1]
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("’", "")))
        words = iter(slug.split("-"))
        if language == SOURCE and not all(word in words for word in name.split("-")):
            wrong = f"The file is called “{name}” and the title is “{title}”: a download would say more than the title."
            write = f"Name it `{slug}.yml`; words may be left out."
            yield Problem(file, 1, "title", wrong, write)


def steps_share_a_skeleton(guide: Guide) -> Iterator[Problem]:
    """Each step has the headings that the guide gives it, in order; so a reader knows where to look."""
    wanted = list(guide.settings.steps.headings)
    steps = {section.page for section in guide.catalogue.sections if section.step}
    for page in guide.pages:
        found = [text for _, depth, text in headings(page) if depth == 2]
        if wanted and page.path in steps and page.language == SOURCE and found != wanted:
            missing = [text for text in wanted if text not in found]
            wrong = f"Missing: {' · '.join(missing)}." if missing else "The sections are not in the order of a step."
            yield Problem(page.file, 1, "", wrong, "Write these sections: " + " · ".join(wanted) + ".")


OF_THE_GUIDE: tuple[OfTheGuide, ...] = (guides_have_sources, files_are_named_by_titles, steps_share_a_skeleton)

IN_EACH_LANGUAGE: tuple[InEachLanguage, ...] = (
    banned_words,
    one_spelling,
    claims_have_sources,
    easy_to_read,
    short_descriptions,
    marks_of_the_language,
    terms_in_order,
    first_aid_acts_first,
    one_idea_at_a_time,
)
