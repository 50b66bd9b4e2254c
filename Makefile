# Each target does all of its own set-up, in .venv. `make serve` and `make test` are all you need.

PYTHON ?= python3
FUZZ ?= 5000
KILLS ?= 50
VENV := .venv
BIN := $(VENV)/bin
# Programs are run through Python: the first line of an installed script breaks where the folder has an odd name.
RUN := $(BIN)/python -m
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help serve site offline verify check audit test test-whole export review reviewed proofs listen sweep checkers recipes browsers fuzz mutants bench other-host s3-store \
	clinic own diff accept schema pins clean

# CLINIC=<folder> makes a clinic's copy instead of the guide itself. What people type reaches the shell through the
# environment and stands there in double quotes, so that a name may hold blanks, brackets and quotation marks.
# They are taken as they were typed, so that make puts nothing in the place of a dollar sign.
override CLINIC := $(value CLINIC)
override NAME := $(value NAME)
override FILE := $(value FILE)
override EXERCISE := $(value EXERCISE)
override ROLE := $(value ROLE)
override REMARKS := $(value REMARKS)
override OUTCOME := $(value OUTCOME)
# A system says with LANGUAGE in which languages its programs speak: only what is typed after make counts.
override LANGUAGE := $(if $(filter command line,$(origin LANGUAGE)),$(value LANGUAGE))
export CLINIC NAME FILE EXERCISE ACCEPT ROLE OUTCOME REMARKS LANGUAGE
OF_CLINIC := $${CLINIC:+--clinic "$$CLINIC"}
IN_LANGUAGE := $${LANGUAGE:+--language "$$LANGUAGE"}
HOME_OF_SITE := $${CLINIC:+$${CLINIC%/}/}
OTHER_HOST := .cache/other-host
# A server that speaks as S3 does, for one test: what it needs does not go together with what we use.
S3_SERVER := .cache/s3-server
# All that a build would say, without its PDFs and without a site.
TRY := $(BIN)/python hooks/try_build.py "$(HOME_OF_SITE)mkdocs.yml"
PACKAGES := .cache/checkers
PROOFS := .cache/proofs
# Where samples stand for all PDFs, languages or exercises in `make test`.
SAMPLED := tests/exercises/test_forms_in_a_browser.py \
	tests/paper/test_paper_in_a_browser.py tests/paper/test_sheets.py tests/site/test_accessibility.py \
	tests/site/test_build.py tests/site/test_nothing_leaves.py tests/site/test_offline.py tests/site/test_site.py \
	tests/site/test_weight.py
NEEDS_CLINIC = @test -n "$$CLINIC" || { echo "Which clinic? Write: make $@ CLINIC=clinics/harbour"; exit 1; }

help:  ## list the targets
	@grep -E '^[a-z0-9-]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | expand -t 12

serve: $(VENV)/site-is-installed  ## show the site on http://127.0.0.1:8000 and reload it as you edit (LANGUAGE=es: in that language)
	@$(RUN) worksheets serve $(OF_CLINIC) $(IN_LANGUAGE)

site: $(VENV)/site-is-installed  ## build the site into site/, or a clinic's into its folder
	@$(RUN) worksheets build $(OF_CLINIC) $(IN_LANGUAGE)

offline: $(VENV)/site-is-installed  ## make one zip of the site, to be opened from a folder
	@$(RUN) worksheets offline $(OF_CLINIC)

export: $(VENV)/site-is-installed  ## write an exercise as PDFs, for Word and as FHIR: make export EXERCISE=repair/pause-plan
	@test -n "$$EXERCISE" || { echo "Say which exercise: make export EXERCISE=repair/pause-plan"; exit 1; }
	@$(RUN) worksheets export $(OF_CLINIC) -- "$$EXERCISE"

review: $(VENV)/site-is-installed  ## write the forms for a review, one PDF and one CSV, into build/review
	@$(RUN) worksheets review $(OF_CLINIC)

reviewed: $(VENV)/site-is-installed  ## write down who has read what: make reviewed CLINIC=… FILE='docs/steps exercises/repair'
	@test -n "$$FILE" || { echo "Say what was read: make reviewed FILE=docs/steps/patterns.md"; exit 1; }
	@$(RUN) worksheets reviewed $${CLINIC:+--clinic "$$CLINIC"} $${ROLE:+--role "$$ROLE"} $${NAME:+--name "$$NAME"} \
		$${OUTCOME:+--outcome "$$OUTCOME"} $${REMARKS:+--remarks "$$REMARKS"} -- "$$FILE"

verify: $(VENV)/site-is-installed  ## rebuild the site and its PDFs elsewhere, and compare them with site/ byte by byte
	@$(RUN) worksheets.site.checksums "$(HOME_OF_SITE)site/SHA256SUMS" "$(HOME_OF_SITE)site"
	@rm -rf .cache/sheets build/cache
	XDG_CACHE_HOME="$$PWD/build/cache" $(RUN) worksheets build $(OF_CLINIC) --into build/verify
	$(RUN) worksheets.site.checksums "$(HOME_OF_SITE)site/SHA256SUMS" build/verify

clinic: $(VENV)/site-is-installed  ## make the folder of a clinic: make clinic NAME=harbour, in another language with LANGUAGE=es
	@test -n "$$NAME" || { echo "Name it: make clinic NAME=harbour"; exit 1; }
	@$(RUN) worksheets new $(IN_LANGUAGE) -- "$$NAME"

own: $(VENV)/site-is-installed  ## copy a file into a clinic's folder: make own CLINIC=… FILE=docs/safety/help-now.md
	$(NEEDS_CLINIC)
	@test -n "$$FILE" || { echo "Say which file: make own CLINIC=$$CLINIC FILE=docs/safety/help-now.md"; exit 1; }
	@$(RUN) worksheets own -- "$$CLINIC" "$$FILE"

diff: $(VENV)/site-is-installed  ## show how the guide's versions of files that a clinic replaces have changed
	$(NEEDS_CLINIC)
	@$(RUN) worksheets diff -- "$$CLINIC"

accept: $(VENV)/site-is-installed  ## mark a clinic's files as up to date with the guide
	$(NEEDS_CLINIC)
	@$(RUN) worksheets accept -- "$$CLINIC"

ifneq ($(CLINIC),)
check: $(VENV)/site-is-installed
	@said=$$($(RUN) worksheets check $(OF_CLINIC)) && $(TRY) && echo "$$said"
else
check: $(VENV)/test-is-installed  ## lint, types and content rules, in seconds; with CLINIC=… what is wrong with a clinic's folder
	$(RUN) ruff format --check bench hooks tests
	$(RUN) ruff check bench hooks tests
	$(RUN) mypy
	$(RUN) mypy --platform win32 --cache-dir .mypy_cache/windows hooks
	$(BIN)/python -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-cache
	$(RUN) codespell_lib docs exercises sources/helplines.yml bench hooks overrides words/en.yml brand.yml guide.yml *.md
	@said=$$($(RUN) worksheets check) && $(TRY) && echo "$$said"
	$(RUN) tests.support.audit
endif

test: check $(PACKAGES)/are-installed $(OTHER_HOST)/is-installed  ## run everything: unit, site and browser tests too
	$(RUN) tests.support.programs
	$(RUN) pytest -n auto --dist worksteal

test-whole: $(PACKAGES)/are-installed  ## before each release: try on everything what `make test` tries by samples
	$(RUN) tests.support.programs
	WHOLE=yes $(RUN) pytest -n auto --dist worksteal $(SAMPLED)

checkers: $(PACKAGES)/all-are-installed  ## show every page to html-validate, Nu, HTML_CodeSniffer and equal access, and some to Lighthouse (ten minutes)
	$(RUN) tests.support.programs
	EVERY_PAGE=1 $(RUN) pytest -n auto --dist worksteal tests/checkers tests/checkers/audits_by_lighthouse.py

proofs: $(PACKAGES)/are-installed $(PROOFS)/are-installed  ## show our FHIR questionnaires in LHC-Forms and Smart Forms, and answer them at random 40,000 times (some minutes)
	$(RUN) tests.support.programs
	ANSWERS=100 $(RUN) pytest -n auto --dist worksteal -rP tests/fhir/test_the_same_advice.py tests/proofs/other_renderers.py

recipes: $(VENV)/test-is-installed  ## run the steps of deploy/pages.yml and gitlab-pages.yml in a bare Debian: some minutes, as root
	$(RUN) tests.support.recipes_in_a_bare_system

browsers: $(PACKAGES)/are-installed  ## write which version of which browser does what into docs/about/accessibility.md
	PYTHONPATH=hooks:. $(RUN) tests.support.browsers.table

listen: $(VENV)/test-is-installed  ## have a screen reader read each kind of field and some pages aloud, as text (ACCEPT=yes: keep it as agreed)
	$(RUN) tests.support.programs
	$(RUN) tests.support.listen $(HEAR)

sweep: $(VENV)/test-is-installed  ## open every page in Firefox and WebKit, in light and dark, and print each sheet there: some minutes
	$(RUN) tests.support.programs
	SWEEP=all $(RUN) pytest -n auto -q tests/site/test_sweep.py

other-host: $(OTHER_HOST)/is-installed  ## build the guide and a clinic with ProperDocs, without MkDocs and Material, and compare every byte
	WHOLE=yes $(RUN) pytest -q -s tests/site/test_other_host.py

s3-store: $(VENV)/test-is-installed $(S3_SERVER)/is-installed  ## share sheets through a server that speaks as S3 does (a minute)
	S3_SERVER="$(S3_SERVER)/bin/moto_server" $(RUN) pytest -q tests/fleet/s3_store.py

bench: $(VENV)/test-is-installed $(VENV)/bench-is-installed  ## measure the guide against others, and write bench/RESULTS.md
	$(RUN) bench

fuzz: $(VENV)/test-is-installed  ## try 85,000 hostile files and kill 50 builds, a quarter of an hour or more (FUZZ: files for each reader)
	FUZZ=$(FUZZ) KILLS=$(KILLS) $(RUN) pytest -n auto -q --durations=0 $(wildcard tests/*/test_fuzz*.py) tests/authoring/test_bombs.py tests/site/test_publishing.py

mutants: $(VENV)/test-is-installed  ## break each rule once and fail if over 5 % go unnoticed (long; less: MUTANTS="worksheets.site.*")
	$(RUN) tests.support.mutants $(foreach name,$(MUTANTS),'$(name)')

audit: $(VENV)/test-is-installed  ## check all pinned packages for known vulnerabilities
	$(RUN) tests.support.audit

schema: $(VENV)/site-is-installed  ## write the schemas for editors from the models
	$(RUN) worksheets schema

pins: $(VENV)/test-is-installed  ## pin the newest version of every package, with hashes
	$(RUN) pip install --quiet uv
	$(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" pyproject.toml --output-file requirements.txt
	$(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" --extra test --extra fleet --extra fleet-s3 --constraint requirements.txt pyproject.toml \
		--output-file requirements-test.txt
	$(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" --extra bench --constraint requirements-test.txt pyproject.toml \
		--output-file requirements-bench.txt
	$(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make pins" --extra fleet --extra fleet-s3 --constraint requirements-test.txt \
		pyproject.toml --output-file requirements-fleet.txt
	printf 'moto[s3]\nflask\nflask-cors\n' | $(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes \
		--no-emit-index-url --python-version 3.11 --custom-compile-command "make pins" - \
		--output-file requirements-s3-server.txt
	printf 'mkdocs\nmkdocs-material\n' | $(RUN) uv pip compile --quiet --upgrade --universal --generate-hashes \
		--no-emit-index-url --python-version 3.11 --custom-compile-command "make pins" --extra other-host --excludes - \
		--constraint requirements.txt pyproject.toml --output-file requirements-other-host.txt
	PYTHONWARNINGS=ignore $(RUN) cyclonedx_py requirements requirements.txt --pyproject pyproject.toml \
		--output-reproducible --short-PURLs --output-file deploy/sbom.cdx.json

clean:  ## remove everything that was built or installed
	rm -rf site .site.* build .cache $(VENV) .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Say which one: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site-is-installed: requirements.txt | $(BIN)/python
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test-is-installed: requirements-test.txt | $(BIN)/python
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@ $(VENV)/site-is-installed

$(VENV)/bench-is-installed: requirements-bench.txt $(VENV)/test-is-installed | $(BIN)/python
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

# pip comes from our own environment, and starts in an empty folder: what is no longer pinned must not be there.
$(OTHER_HOST)/is-installed: requirements-other-host.txt $(VENV)/test-is-installed
	@rm -rf $(OTHER_HOST)
	$(BIN)/python -m venv --without-pip $(OTHER_HOST)
	$(RUN) pip --python $(OTHER_HOST)/bin/python install --quiet --disable-pip-version-check --no-compile \
		--require-hashes -r requirements-other-host.txt
	@touch $@

$(S3_SERVER)/is-installed: requirements-s3-server.txt $(VENV)/test-is-installed
	@rm -rf $(S3_SERVER)
	$(BIN)/python -m venv --without-pip $(S3_SERVER)
	$(RUN) pip --python $(S3_SERVER)/bin/python install --quiet --disable-pip-version-check --no-compile \
		--require-hashes -r requirements-s3-server.txt
	@touch $@

$(PACKAGES)/are-installed: tests/checkers/package-lock.json $(VENV)/test-is-installed
	$(RUN) tests.support.npm_packages
	@touch $@

$(PACKAGES)/all-are-installed: tests/checkers/package-lock.json $(VENV)/test-is-installed
	$(RUN) tests.support.npm_packages --all
	@touch $@ $(PACKAGES)/are-installed

$(PROOFS)/are-installed: tests/proofs/package-lock.json $(VENV)/test-is-installed
	$(RUN) tests.support.npm_packages --proofs
	@touch $@
