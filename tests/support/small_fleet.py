"""A fleet of a few tiny brands on a small guide, for tests that build it for real."""

import shutil
from pathlib import Path

from tests.support.project import ROOT, SMALL_CLINIC

CONFIG = """\
INHERIT: {guide}/mkdocs.yml
docs_dir: {guide}/docs
hooks: ["{guide}/hooks/clinic.py"]
theme: {{ custom_dir: "{guide}/overrides" }}
"""
TABLE = """\
folder,name,phone,address,primary
east,East Practice,01632 960 001,1 Quay | Exampleton,#1f4e79
west,West Practice,,,#5a3d1e
"""
FLEET = """\
folders: [clinics/north]
tables: [{ base: clinics/base, file: branches.csv }]
into: sites
"""


def small_fleet(root: Path, table: str = TABLE, fleet: str = FLEET, guide: Path = ROOT) -> Path:
    """Make the folders of a clinic and of a base, and a table of branches, all of a guide; gives the fleet.yml."""
    for name in ("base", "north"):
        shutil.copytree(SMALL_CLINIC, root / "clinics" / name)
        (root / "clinics" / name / "mkdocs.yml").write_text(CONFIG.format(guide=guide), encoding="utf-8")
    (root / "branches.csv").write_text(table, encoding="utf-8")
    (root / "fleet.yml").write_text(fleet, encoding="utf-8")
    return root / "fleet.yml"
