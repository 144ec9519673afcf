# Everything a person does here. `make run` on a fresh machine sets everything up and serves the page;
# `make run DATA=examples/vesuvius` serves another record.
PYTHON ?= python3
PORT ?= 8050
DATA ?= data
BIN := .venv/bin

.PHONY: run edit setup test check fmt diff file site browser screenshot bench clean

run: setup
	$(BIN)/python -m timeline serve --port $(PORT) --data $(DATA)

# The same, following the files: saving the YAML changes the open page.
edit: setup
	$(BIN)/python -m timeline serve --reload --port $(PORT) --data $(DATA)

setup: .venv/.ready

.venv/.ready: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

test: .venv/.ready-test browser
	$(BIN)/python -m pytest

.venv/.ready-test: .venv/.ready requirements-test.txt
	$(BIN)/python -m pip install --quiet --requirement requirements-test.txt
	touch $@

# The tests drive Debian's Chromium; where apt can't install it, Playwright brings its own.
browser: .venv/.ready-test
	@command -v chromium-headless-shell >/dev/null || sh tests/browser/install.sh $(BIN)/python

check: setup
	$(BIN)/python -m timeline check --strict --data $(DATA)

# The record's files in canonical form; comments stay.
fmt: setup
	$(BIN)/python -m timeline fmt --data $(DATA)

# What your copy changes in the record, in sentences.
diff: setup
	$(BIN)/python -m timeline diff --data $(DATA)

# The whole timeline in one file, which needs neither server nor network.
file: setup
	$(BIN)/python -m timeline export html --output timeline.html --data $(DATA)

# The same page as static files. BASE is the address that they will have.
site: setup
	$(BIN)/python -m timeline export site --output site --base "$(BASE)" --data $(DATA)

# README's pictures, made from the page itself.
screenshot: .venv/.ready-test browser
	$(BIN)/python docs/screenshot.py

# This program and the timelines people use today, measured in turn. Less of it: make bench SIZES="50 500" PEERS="timeline event-drops" RUNS=3
bench: .venv/.ready-test browser benchmarks/peers/node_modules
	$(BIN)/python -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS)) $(if $(RUNS),--runs $(RUNS)) $(BENCH)

benchmarks/peers/node_modules: benchmarks/peers/package.json
	cd benchmarks/peers && npm install --no-package-lock --no-audit --no-fund --ignore-scripts
	touch $@

clean:
	rm -rf .venv .pytest_cache .hypothesis test-results benchmarks/build benchmarks/peers/node_modules
