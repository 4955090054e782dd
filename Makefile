# Two commands do all the set-up: `make demo` builds a timeline page from seeds/, `make test` runs the whole suite.
# Both make .venv themselves; a stamp file beside each installation keeps later runs fast.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check bench fuzz audit docs gold clean chromium java

SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# pip reads [dependency-groups] from 25.1 on; the one that comes with Python 3.11 is older.
PIP_VERSION := 26.3
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CONSTRAINTS := .ci/constraints.txt
PAGE := timeline.html
# Chromium prints, draws and is looked at by the browser tests; Noto shapes the Arabic in its pictures.
SYSTEM_PACKAGES := chromium fonts-noto-core

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

$(VENV)/.pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: none found on the path" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: $(PYTHON) is older; name another with 'make PYTHON=…'" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory .apt PACKAGES=python3-venv
	"$(PYTHON)" -m venv $(VENV)
	$(PIP) install "pip==$(PIP_VERSION)"
	@touch $@

$(VENV)/.demo: $(VENV)/.pip pyproject.toml $(CONSTRAINTS)
	$(PIP) install --constraint $(CONSTRAINTS) --editable ".[cli]"
	@touch $@

$(VENV)/.test: $(VENV)/.pip pyproject.toml $(CONSTRAINTS)
	$(PIP) install --constraint $(CONSTRAINTS) --editable ".[cli,images,pandas,polars,arrow,dask,spark,files,web,spacy,testing]" --group test
	@touch $@ $(VENV)/.demo

$(VENV)/.docs: $(VENV)/.test
	$(PIP) install --constraint $(CONSTRAINTS) --group docs
	@touch $@

$(VENV)/.fuzz: $(VENV)/.test
	$(PIP) install --constraint $(CONSTRAINTS) --group fuzz
	@touch $@

$(VENV)/.audit: $(VENV)/.test
	$(PIP) install --constraint $(CONSTRAINTS) --group audit
	@touch $@

# System packages, where this is Debian and root; said plainly where it is not.
.PHONY: .apt
.apt:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing $(PACKAGES)"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(PACKAGES) >/dev/null; \
	else \
	  echo "not installed: $(PACKAGES) (install with your system's package manager, or run as root)" >&2; exit 1; \
	fi

chromium: ## the browser of the page's tests, and an Arabic font, if missing
	@{ command -v chromium && fc-list :lang=ar family | grep -q . ; } >/dev/null 2>&1 \
	  || $(MAKE) --no-print-directory .apt PACKAGES="$(SYSTEM_PACKAGES)" \
	  || echo "going on without Chromium: the browser tests will be skipped" >&2

java: ## what Spark runs on, for its tests, if missing
	@command -v java >/dev/null 2>&1 \
	  || $(MAKE) --no-print-directory .apt PACKAGES=default-jre-headless \
	  || echo "going on without Java: the tests of Spark will be skipped" >&2

demo: $(VENV)/.demo ## build a page from the reports in seeds/
	$(BIN)/timeline build seeds/ -o $(PAGE)
	@echo "The timeline is in $(PAGE): open file://$(CURDIR)/$(PAGE) in a browser."

check: $(VENV)/.test ## lint, format, types and layers
	@status=0; \
	for command in "ruff check --output-format concise" "ruff format --check --output-format concise" "python -m mypy" "lint-imports --no-cache"; do \
	  echo "$$command"; $(BIN)/$$command || status=1; \
	done; exit $$status

test: $(VENV)/.test chromium java ## the whole suite: lint, format, types, layers, tests
	@status=0; \
	$(MAKE) --no-print-directory check || status=1; \
	echo "pytest"; $(BIN)/python -m pytest $(PYTEST) || status=1; exit $$status

bench: $(VENV)/.test chromium ## speed and size, as ratios
	@status=0; for script in tests/benchmarks/*.py; do test -e "$$script" || continue; \
	  echo "== $$script"; $(BIN)/python $$script || status=1; done; exit $$status

fuzz: $(VENV)/.fuzz ## coverage-guided fuzzing, a fixed budget for each target
	@status=0; for script in tests/fuzz/*.py; do test -e "$$script" || continue; \
	  echo "== $$script"; $(BIN)/python $$script $(FUZZ) || status=1; done; exit $$status

audit: $(VENV)/.audit ## licences of what is installed with the library, and known vulnerabilities
	@$(BIN)/python .ci/audit.py

gold: $(VENV)/.test ## events against the annotated texts in the folder TIMELINE_GOLD: a line of figures a set
	@$(BIN)/python tests/gold_events.py $(GOLD)

docs: $(VENV)/.docs ## the documentation, into docs/_build
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "The documentation is in docs/_build/html/index.html."

clean: ## remove what was made, the environment included
	rm -rf $(VENV) $(PAGE) build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
