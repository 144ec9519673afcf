# Everything a person does here. `make run` on a fresh machine sets everything up and serves the page;
# `make run DATA=examples/vesuvius` serves another record.
PYTHON ?= python3
PORT ?= 8050
DATA ?= data
BIN := .venv/bin
# What is installed is what the lock files name, and nothing else by that name.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

# Node comes from there where the machine has none, or an old one.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: run edit setup test lint lint-python lint-assets lint-spelling lock audit check fmt diff file site browser
.PHONY: screenshot browsers bench attack load lighthouse assets assets-check vendor clean notebook

run: setup
	$(BIN)/python -m timeline serve --port $(PORT) --data $(DATA)

# The same, following the files: saving the YAML changes the open page.
edit: setup
	$(BIN)/python -m timeline serve --reload --port $(PORT) --data $(DATA)

setup: .venv/.ready

.venv/.ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(INSTALL) $<
	touch $@

# The Node tools hold the learning platform in which a test plays a SCORM package.
test: .venv/.ready-test browser assets/node_modules
	$(BIN)/python -m pytest

.venv/.ready-test: requirements-test.lock .venv/.ready
	$(INSTALL) $<
	touch $@

# The tests drive Debian's Chromium; where apt can't install it, Playwright brings its own.
browser: .venv/.ready-test
	@command -v chromium-headless-shell >/dev/null || sh tests/browser/install.sh $(BIN)/python

# What no test sees: form, types, spelling. CONTRIBUTING says how each of them is mended.
lint: lint-python lint-assets lint-spelling

lint-python: .venv/.ready-dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

lint-assets: assets-check
	cd assets && npm run --silent lint

# Not the records, which are French as well, and nothing that is made by a program.
lint-spelling: .venv/.ready-dev
	git ls-files -z -- . $(foreach path,$(UNSPELLED),':!$(path)') | xargs -0 $(BIN)/codespell

UNSPELLED := *.lock *.svg *.png *.webp */package-lock.json assets/csl assets/dist assets/vendor data docs/enseignants.md seeds \
	examples/*.yaml examples/*.json \
	benchmarks/results *.ipynb tests/records tests/vectors */words/*fr.json

.venv/.ready-dev: requirements-dev.lock .venv/.ready
	$(INSTALL) $<
	touch $@

# Exact versions with hashes, of the ranges in requirements*.txt. What is locked stays as far as the ranges allow;
# make lock UPGRADE=--upgrade takes the newest.
lock: .venv/.ready-dev
	$(LOCK) requirements-dev.txt --output-file requirements-dev.lock
	$(LOCK) requirements-test.txt --constraint requirements-dev.lock --output-file requirements-test.lock
	$(LOCK) requirements.txt --constraint requirements-dev.lock --output-file requirements.lock
	$(LOCK) requirements-node.txt --output-file requirements-node.lock

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock" $(UPGRADE)

# Known vulnerabilities in what is locked, where the databases can be asked.
audit: .venv/.ready-dev
	$(BIN)/python .ci/audit.py

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
	$(BIN)/python -m timeline export site --output site --base "$(BASE)" --scorm --data $(DATA)

# The page in Firefox and WebKit: every view, a filter, a search, the panel, zoom, an export, print; server and file.
browsers: setup tests/browsers/node_modules
	sh tests/browsers/install.sh
	$(BIN)/python -m tests.browsers $(ONLY)

tests/browsers/node_modules: tests/browsers/package.json .venv/.ready-node
	cd tests/browsers && npm install --no-package-lock --no-audit --no-fund --ignore-scripts
	touch $@

# README's pictures, made from the page itself.
screenshot: .venv/.ready-test browser
	$(BIN)/python docs/screenshot.py

# docs/python.ipynb, made of docs/python.md by executing its examples.
notebook: .venv/.ready-test browser
	$(BIN)/python docs/notebook.py

# This program and the timelines people use today, measured in turn. Less of it: make bench SIZES="50 500" PEERS="timeline event-drops" RUNS=3
bench: .venv/.ready-test browser benchmarks/peers/node_modules
	$(BIN)/python -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS)) $(if $(RUNS),--runs $(RUNS)) $(BENCH)

# What Lighthouse finds on the page, as a phone loads it; the figures go into README.md.
lighthouse: .venv/.ready-test browser benchmarks/lighthouse/node_modules
	$(BIN)/python -m benchmarks.lighthouse $(if $(RUNS),--runs $(RUNS)) --data $(DATA)

benchmarks/lighthouse/node_modules: benchmarks/lighthouse/package.json
	cd benchmarks/lighthouse && npm install --no-package-lock --no-audit --no-fund --ignore-scripts
	touch $@

benchmarks/peers/node_modules: benchmarks/peers/package.json
	cd benchmarks/peers && npm install --no-package-lock --no-audit --no-fund --ignore-scripts
	touch $@

# The long form of tests/attacks: twenty minutes, and a table in docs/robustness.md.
attack: .venv/.ready-test
	$(BIN)/python -m tests.attacks $(ATTACK)

# A class that opens the page at once, idle and slow connections, clients that ask on and on.
load: .venv/.ready-test
	$(BIN)/python -m benchmarks.load $(LOAD)

# assets/dist from assets/src and assets/css. Needs Node, which only those who change them need.
assets: assets/node_modules
	node assets/build.js

# Whether assets/dist is what `make assets` makes.
assets-check: assets/node_modules
	node assets/build.js --check

# assets/vendor as assets/vendor/README.md says. Only for another version of one of its files.
vendor: assets/node_modules
	node assets/vendor.js
	$(PYTHON) -m venv build/fonttools && build/fonttools/bin/pip install --quiet fonttools==4.68.0
	build/fonttools/bin/pyftsubset assets/node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf --output-file=assets/vendor/dejavu-sans-2.37.ttf \
	  --unicodes-file=assets/vendor/dejavu-sans.unicodes --layout-features=kern --legacy-kern --name-IDs='*' --no-hinting

assets/node_modules: assets/package.json assets/package-lock.json .venv/.ready-node
	cd assets && npm ci
	touch $@

# Node 20 or newer: the machine's own, else one from PyPI.
.venv/.ready-node: requirements-node.lock .venv/.ready
	@if node --eval 'process.exit(Number(process.versions.node.split(".")[0]) < 20)' 2>/dev/null && command -v npm >/dev/null; \
	then node --version; else $(INSTALL) $< || { echo "make lint, make test and make assets need Node 20 or newer" >&2; exit 1; }; fi
	touch $@

clean:
	rm -rf .venv assets/node_modules .pytest_cache .hypothesis test-results benchmarks/build benchmarks/peers/node_modules
