# make chat · make test · make check — each sets up what it needs; repeat runs skip what is done.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: chat test check clean

chat: .venv/.chat
	@$(BIN)/askback chat

test: .venv/.dev
	@$(BIN)/askback models get
	@$(BIN)/pytest

check: .venv/.dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/pyright
	@$(BIN)/pytest -q tests/test_docs.py

clean:
	rm -rf .venv build dist *.egg-info

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "askback needs Python 3.11, 3.12 or 3.13"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.chat: pyproject.toml constraints-cpu.txt | .venv/bin/python
	@echo "Installing askback into .venv …" >&2
	@$(BIN)/pip install --quiet -c constraints-cpu.txt -e '.[local]'
	@touch $@

.venv/.dev: pyproject.toml constraints-cpu.txt | .venv/bin/python
	@echo "Installing askback and its test tools into .venv …" >&2
	@$(BIN)/pip install --quiet -c constraints-cpu.txt -e '.[local,remote,finetune,dev]'
	@touch $@ .venv/.chat
