# Each target does all of its own set-up, in .venv. `make serve` and `make test` are all you need.

PYTHON ?= python3
FUZZ ?= 5000
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

.DEFAULT_GOAL := help
.PHONY: help serve site offline verify check audit test fuzz schema pins clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

serve: $(VENV)/site-is-installed  ## show the site on http://127.0.0.1:8000 and follow your changes
	$(BIN)/mkdocs serve --livereload

site: $(VENV)/site-is-installed  ## build the site into site/
	$(BIN)/mkdocs build --strict

offline: $(VENV)/site-is-installed  ## make one zip of the site, to be opened from a folder
	$(BIN)/mkdocs build --strict --no-directory-urls --site-dir build/offline
	$(BIN)/python -m worksheets.archive build/offline build/rupture-and-repair.zip

verify: $(VENV)/site-is-installed  ## build the site again, elsewhere, and compare it with site/, byte by byte
	$(BIN)/python -m worksheets.sums site/SHA256SUMS site
	$(BIN)/mkdocs build --strict --site-dir build/verify
	$(BIN)/python -m worksheets.sums site/SHA256SUMS build/verify

check: $(VENV)/test-is-installed  ## lint, types and content rules, in seconds
	$(BIN)/ruff format --check hooks tests
	$(BIN)/ruff check hooks tests
	$(BIN)/mypy
	$(BIN)/codespell docs exercises sources/helplines.yml hooks overrides *.md
	$(BIN)/python -m worksheets check
	$(BIN)/python tests/audit.py

test: check  ## everything: also unit, site and browser tests
	$(BIN)/python tests/programs.py
	$(BIN)/pytest -n auto

fuzz: $(VENV)/test-is-installed  ## try 25,000 hostile files, which takes some minutes (FUZZ: how many for each reader)
	FUZZ=$(FUZZ) $(BIN)/pytest -n auto -q --durations=0 tests/test_fuzz.py tests/test_bombs.py

audit: $(VENV)/test-is-installed  ## ask whether a weakness is known in any pinned package
	$(BIN)/python tests/audit.py

schema: $(VENV)/site-is-installed  ## write exercises/schema.json from the model
	$(BIN)/python -m worksheets schema

pins: $(VENV)/test-is-installed  ## pin all packages anew, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" --extra test --constraint requirements.txt pyproject.toml \
		--output-file requirements-test.txt
	PYTHONWARNINGS=ignore $(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml \
		--output-reproducible --short-PURLs --output-file hooks/sbom.cdx.json

clean:  ## remove all that was built or installed
	rm -rf site .site.* build $(VENV) .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Say which one: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site-is-installed: requirements.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test-is-installed: requirements-test.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@ $(VENV)/site-is-installed
