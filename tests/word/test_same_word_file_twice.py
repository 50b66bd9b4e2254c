"""A file for Word is the same bytes each time, whenever and wherever it is made."""

import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from tests.support import programs
from tests.support.project import ROOT
from tests.support.word_files import real_word_files

MAKE = """
from hashlib import sha256
from tests.support.word_files import real_word_document
from worksheets.word.docx_file import docx_bytes
print(sha256(docx_bytes(real_word_document("worksheets/self-care.docx"))).hexdigest())
"""


def test_it_is_the_same_in_another_year_and_zone() -> None:
    later = (str(programs.path("faketime")), "-f", "2031-02-03 23:59:30")
    environment = {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}", "TZ": "Asia/Tokyo"}
    command = [*later, sys.executable, "-c", MAKE]
    said = subprocess.check_output(command, env=os.environ | environment, cwd=ROOT, text=True)
    assert said.strip() == sha256(real_word_files()["worksheets/self-care.docx"].content).hexdigest()


def test_nothing_in_it_is_of_today() -> None:
    for path, file in real_word_files().items():
        with ZipFile(BytesIO(file.content)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, path
            about = archive.read("docProps/core.xml").decode()
        assert date.today().isoformat() not in about
