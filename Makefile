# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint eval check ftm quick bench pages fuzz golden lock clean

demo: $(READY)
	$(BIN)/rashomon demo

test: $(READY)
	$(BIN)/pytest -q -n auto

# The set-up: an environment of its own, packages pinned by hash. All is compiled once: where the machine says that
# no process may keep what it compiles, each of the hundreds that the tests start would compile it anew.
$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5,<1"
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(BIN)/python -m compileall -q src
	touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(READY)
	$(BIN)/rashomon eval

# What CI runs.
check: lint test eval

# The library that validates FollowTheMoney entities, where libicu-dev and a compiler are.
ftm: $(READY)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/ftm.txt

quick: $(READY)
	$(BIN)/pytest -q -x -n auto tests

bench: $(READY)
	$(BIN)/python -m benchmarks

# How long each page of a case takes: make pages CASE=case.rashomon
pages: $(READY)
	$(BIN)/python -m benchmarks.pages $(CASE)

# Spoilt files for every reader, for about an hour; CI tries forty a kind.
fuzz: $(READY)
	RASHOMON_FUZZ=20000 $(BIN)/pytest -q -n auto tests/read/test_fuzz.py

golden: $(READY)
	$(BIN)/python -m tests.golden

lock:
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --group dev --all-extras --output-file requirements/dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --group ftm --constraint requirements/dev.txt --output-file requirements/ftm.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist
