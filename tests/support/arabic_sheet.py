"""A sheet in Arabic, for two people and with most kinds of fields, as a build of an Arabic copy makes it.

Where a test looks for the place of something, it is a number: programs that read PDFs cut Arabic words in several ways.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from worksheets.authoring.source_files import Source
from worksheets.authoring.words import Words, read_words
from worksheets.exercises.catalogue import Entry, read_exercise
from worksheets.exercises.examples import SECTION
from worksheets.exercises.kinds import words_files
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.sheet import Sheet
from worksheets.paper.sheet_writer import SheetWriter

from tests.support.project import ROOT
from tests.support.real_sheets import ADDRESS, styles_of
from tests.support.renderers import renderer_of, words

NAME = "الشرخ والإصلاح"
BY_HAND = "اكتبوا بخط اليد"
WORD = "ببب"
"""It stands there twice: once with signs that keep its letters from joining."""

WORDS = f"""
typing-elsewhere: {BY_HAND}
when-to-stop: متى نتوقف
who-is-who: من هو من؟
"""
EXERCISE = f"""
title: خطّة للوقفة
kind: worksheet
for: both
alone: examples/sheet
minutes: 15
purpose: اتّفقا قبل أن يشتدّ شجارًا، أولًا وأخيرًا. لا تستعجلا.
evidence: []
stop: لا تنفع الوقفة مع التهديد. {WORD} {chr(0x200C).join(WORD)}
parts:
  - title: التوقّف
    fields:
      - {{ kind: choice, id: length, label: كم تدوم؟, options: [21 دقيقة, 31 دقيقة], skip: نرى }}
      - {{ kind: tick, id: may-go, label: قادر على المغادرة 51 }}
      - {{ kind: scale, id: heat, label: كم أنا منفعل؟, from: 0, to: 10, ends: [هادئ, غارق], skip: نرى }}
  - title: التهدئة
    fields:
      - {{ kind: pair, id: where, label: إلى أين أذهب؟, people: [الأول 61, الثاني 62], rows: 3 }}
      - {{ kind: text, id: easier, label: ما الذي يخفّف؟, rows: 8 }}
      - {{ kind: table, id: help, label: من يساعد؟, columns: [أنا 71, صديق 72], rows: [صباحًا 81, مساءً 88] }}
"""


@cache
def arabic_sheet() -> Sheet:
    """The sheet on A4, of two pages."""
    with TemporaryDirectory() as folder:
        path, own = Path(folder, "sheet.yml"), Path(folder, "words.yml")
        path.write_text(EXERCISE, encoding="utf-8")
        own.write_text(WORDS, encoding="utf-8")
        document, exercise, problems = read_exercise(Source(path, "sheet.yml", None))
        assert exercise, problems
        t = _arabic(own)
    entry = Entry("examples/sheet", SECTION, exercise, "ar")
    renderer = renderer_of(entry)
    renderer.guide = replace(
        renderer.guide, catalogue=replace(renderer.guide.catalogue, documents={entry.id: document}, language="ar")
    )
    renderer.brand = renderer.brand.model_copy(update={"language": "ar", "name": NAME})
    renderer.words = {"ar": t, "en": words()}
    renderer.address = ADDRESS
    context = SheetContext(ADDRESS, styles_of(renderer), {}, str)
    return next(SheetWriter(renderer, context).of_exercise(entry))


def _arabic(own: Path) -> Words:
    files = {ROOT / "words" / "en.yml": "words/en.yml", own: "words.yml"}
    t, problems = read_words(files, "ar", "GB", words_files())
    assert t, problems
    return t
