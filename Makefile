# make demo   set up and run the bundled example      make test   set up and run every check
# make eval DATA=DIR   accuracy on labelled data      make bench [ARGS=…]   speed against peers
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?=

.PHONY: demo test check eval bench clean browser
.DEFAULT_GOAL := demo

$(VENV)/.run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q src/samecopy
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	touch $@

demo: $(VENV)/.run
	$(BIN)/samecopy run examples/ceasefire-talks/pages --out demo-out

browser:
	@sh tests/browser/install.sh

test: $(VENV)/.test browser
	$(BIN)/ruff check src tests evals bench
	$(BIN)/ruff format --check src tests evals bench
	$(BIN)/mypy
	$(BIN)/python -m pytest

eval: $(VENV)/.test
	$(BIN)/python -m evals $(if $(DATA),--data $(DATA))

bench: $(VENV)/.bench
	$(BIN)/python -m bench $(ARGS)

clean:
	rm -rf $(VENV) demo-out bench-data
