# `make site`, `make serve`, `make test`, `make test-all`, `make check`: each does all its own set-up.
PYTHON ?= python3.11
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: site serve docs check test test-all test-next audit clean

site: .venv/.base
	$(BIN)/mkdocs build --strict

serve: .venv/.base
	$(BIN)/mkdocs serve

docs: .venv/.base
	cd docs && ../$(BIN)/mkdocs build --strict --site-dir ../site-docs

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/house.py

# As many files of tests at a time as there are processors.
PARALLEL := --numprocesses auto --dist loadfile

test: .venv/.dev .venv/.system
	$(BIN)/python -m pytest $(PARALLEL)

# With what takes minutes: a process killed at fifty moments, thousands of mutilated files; each command from nothing.
test-all: .venv/.dev .venv/.system
	DIGEST_TESTS_FRESH=1 $(BIN)/python -m pytest $(PARALLEL) -m ""

# What the newest versions of everything we stand on would change; nothing is changed.
test-next: .venv/.dev
	$(PYTHON) -m venv --clear .venv/next
	sed 's/==.*//' requirements-dev.txt > .venv/next/requirements.txt
	.venv/next/bin/pip install --quiet --upgrade --editable . --requirement .venv/next/requirements.txt
	$(BIN)/python tools/next.py

# Compares the pins with public advisories; needs a network.
audit: .venv/.audit
	.venv/audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict

clean:
	rm -rf .venv .cache site dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.base: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/.dev: .venv/.base requirements-dev.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --requirement requirements-dev.txt
	# Without its dependencies: the whole argostranslate brings torch (docs/pages/guide/translate.md).
	$(BIN)/pip install --quiet --constraint constraints.txt --no-deps argostranslate
	touch $@

.venv/.system: tests/system.sh
	sh tests/system.sh
	touch $@

.venv/.audit: .venv/bin/python
	$(PYTHON) -m venv .venv/audit
	.venv/audit/bin/pip install --quiet pip-audit==2.10.1
	touch $@
