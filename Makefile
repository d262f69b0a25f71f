# Two commands: `make run` starts the dashboard, `make test` runs every check. With PYTHON=python3.12 a command uses that
# interpreter, in an environment of its own.

INPUT ?= seeds
PORT ?= 8501
OUT ?= $(if $(filter seeds,$(INPUT)),.dossier/seeds,.dossier/$(notdir $(abspath $(INPUT)))-$(shell printf '%s' "$(abspath $(INPUT))" | cksum | cut -d ' ' -f 1))
WORKERS ?= 1
PYTHONS ?= python3.11 python3.12 python3.13

CHOSEN := $(if $(findstring command,$(origin PYTHON)),$(PYTHON))
VERSION := import sys; print("%d.%d" % sys.version_info[:2])
VENV := .venv$(if $(CHOSEN),-$(shell $(CHOSEN) -c '$(VERSION)' 2>/dev/null))
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help run build test checks tests audit test-long test-random test-pythons browser format lock clean

help:  ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

run: build  ## Start the dashboard: make run [INPUT=folder] [PORT=8501]
	@echo "Starting the dashboard at http://127.0.0.1:$(PORT) (stop it with Ctrl+C)"
	@DOSSIER_DATA="$(OUT)" DOSSIER_LOCAL=1 $(BIN)/streamlit run dashboard.py --server.address 127.0.0.1 --server.port $(PORT) --server.maxUploadSize 1000

build: $(VENV)/installed  ## Build the snapshot of INPUT, if it is missing or out of date
	@$(BIN)/python -m analysis build "$(INPUT)" --out "$(OUT)" --workers $(WORKERS)

test: $(VENV)/installed-dev browser  ## Run every check
	@$(MAKE) --no-print-directory --jobs=2 checks tests

checks:  # beside the tests, which wait for browsers now and then
	@echo "Checking style, types and imports"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/bandit --quiet --recursive --configfile pyproject.toml analysis display hosting pages sharing dashboard.py dossier.py

tests:  # files in their order: xdist's own puts those of few tests last, which are the long ones of browsers
	@echo "Running the tests"
	@$(PYTEST) -n auto --dist loadfile --no-loadscope-reorder

audit: $(VENV)/installed-dev  ## Look up every pinned package among the known vulnerabilities; one that cannot be looked up fails
	@for name in requirements requirements-login requirements-dev; do \
	  $(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --requirement $$name.txt || { \
	    echo "The audit of $$name.txt did not pass. Above is a known vulnerability, or a package that could not be looked up, of which" >&2; \
	    echo "nothing is known then: run make audit again where https://pypi.org answers. Other lists were not looked at." >&2; exit 1; }; done

test-long: $(VENV)/installed-dev browser  ## Run what takes long: fuzzing, kills, the package index, each page in each look
	@$(PYTEST) -m long --timeout 7200 --durations 0

test-random: $(VENV)/installed-dev  ## Run the property tests on other inputs each time, and on many more
	@$(PYTEST) -m "hypothesis and not long" -n auto --dist loadfile --timeout 7200 --hypothesis-profile random

test-pythons:  ## Run every check on each interpreter that is there
	@for name in $(PYTHONS); do \
	  if $$name -c '' 2>/dev/null; then $(MAKE) test PYTHON=$$name || exit 1; else echo "There is no $$name"; fi; done

browser: $(VENV)/installed-dev
	@$(BIN)/python tests/browser/install.py

$(VENV)/bin/python:
	@PYTHON=; for name in $(or $(CHOSEN),python3.13 python3.12 python3.11 python3); do \
	  if $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; \
	  then PYTHON=$$name; break; fi; done; \
	if [ -z "$$PYTHON" ]; then echo "Dossier needs Python 3.11, 3.12 or 3.13, and $(if $(CHOSEN),$(CHOSEN) is none of them,found none). Please install one." >&2; exit 1; fi; \
	echo "Making $(VENV) with $$($$PYTHON --version)"; \
	$$PYTHON -m venv $(VENV) || { echo "Python could not make $(VENV). On Debian or Ubuntu, install the package python3-venv." >&2; rm -rf $(VENV); exit 1; }

# The lock files name everything: without --no-deps older versions of pip warn of an extra of lxml that they spell otherwise.
$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Dossier needs (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what the checks need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

format: $(VENV)/installed-dev  ## Format the code and sort its imports
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: $(VENV)/installed-dev  ## Make the lock files anew from requirements.in, requirements-login.in and requirements-dev.in
	@for name in requirements requirements-login requirements-dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $$name.in -o $$name.txt; \
	done

clean:  ## Remove the environment and the built snapshots
	@rm -rf .venv .venv-* .dossier
