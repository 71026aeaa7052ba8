# Två kommandon gör allt på en ny dator med Python 3.11: `make demo` och `make test`.
# English: the targets are demo, run, test, cover, crash, lint, bench, pictures, transcripts, lock and clean. Nothing outside this folder is changed.

SHELL := /bin/sh
.DELETE_ON_ERROR:
.PHONY: help demo run test cover crash lint bench pictures transcripts lock clean

# The first Python that is new enough and can make an environment.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
  "$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && { echo "$$name"; break; }; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCKED := --require-hashes --only-binary :all:

help:
	@echo 'make demo      prova Samklang i webbläsaren, utan token'
	@echo 'make run       kör boten enligt config.toml'
	@echo 'make test      granska koden och kör alla prov'
	@echo 'make crash     döda boten vid varje steg och räkna vad som blev av allt'
	@echo 'make cover     se att varje gren i reglerna är prövad'
	@echo 'make lint      bara granskningen'
	@echo 'make bench     mät farten'
	@echo 'make pictures  ta om bilderna i docs/ (kräver Chromium och pdftoppm ur poppler-utils)'
	@echo 'make transcripts  skriv om berättelsen i docs/samtal/'
	@echo 'make lock      välj nya versioner av biblioteken (kräver uv)'
	@echo 'make clean     ta bort allt som går att göra om'

demo: .venv/.ready
	@$(BIN)/samklang demo

run: .venv/.ready
	@$(BIN)/samklang run

bench: .venv/.ready-dev
	@$(BIN)/samklang bench

transcripts: .venv/.ready
	@$(BIN)/python -m docs.transcripts

pictures: .venv/.ready-dev
	@$(BIN)/python -m docs.pictures

test: lint
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -n auto --dist loadfile

cover: .venv/.ready-dev
	PYTHONHASHSEED=0 $(BIN)/python -m pytest tests/rules \
	  --cov=bot.rules --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

crash: .venv/.ready-dev
	SAMKLANG_CRASHES=all $(BIN)/python -m pytest -s tests/crashes tests/walks tests/postgres/test_seats.py
	$(BIN)/python -m pytest --postgres tests/scenarios

lint: .venv/.ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Stamps: an environment is touched again only when its lock or our own pyproject.toml has changed.
.venv/.made:
	@test -n '$(PYTHON)' || { echo 'Samklang behöver Python 3.11 eller senare med modulen venv (paketet python3-venv i Debian och Ubuntu).' >&2; exit 1; }
	@echo 'Skapar .venv med $(PYTHON) ...'
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/.packages: constraints.txt .venv/.made
	@echo 'Hämtar biblioteken. Det görs en gång och tar ungefär en minut ...'
	@$(INSTALL) $(LOCKED) -r constraints.txt
	@touch $@

.venv/.ready: pyproject.toml .venv/.packages
	@$(INSTALL) --no-build-isolation -e .
	@touch $@

.venv/.ready-dev: constraints-dev.txt .venv/.ready
	@echo 'Hämtar det som proven behöver ...'
	@$(INSTALL) $(LOCKED) -r constraints-dev.txt
	@touch $@

# The locks hold for every system and Python, carry hashes, and wait seven days before a new release.
# The smaller lock follows the larger, so that what we test is what people run.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --upgrade \
  --python-version 3.11 --exclude-newer '7 days' pyproject.toml

lock:
	$(LOCK) --group build --group dev --output-file constraints-dev.txt
	$(LOCK) --group build --constraint constraints-dev.txt --output-file constraints.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage dist
	find bot handlers tests -name __pycache__ -type d -prune -exec rm -rf {} +
