# Two commands do everything: `make sandbox` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help sandbox test reading bench votes

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

sandbox: $(INSTALLED) ## the whole desk on this machine, on embedded servers: nothing to configure
	@$(BIN)/mailbot sandbox

test: $(INSTALLED) ## lint, types, tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

reading: $(INSTALLED) ## how well the sample mails are understood
	@$(BIN)/python -m tests.reading

bench: $(INSTALLED) ## speed, processor time and memory of the whole path
	@$(BIN)/python -m tests.bench

votes: $(INSTALLED) ## learn the weights of sentences, names, whole mails and of who comes anew
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	@$(BIN)/python -m tests.sentences.train
	@$(BIN)/python -m tests.sentences.naming
	@$(BIN)/python -m tests.sentences.weigh
	@$(BIN)/python -m tests.sentences.attend

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "mailbot needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || { echo "Making $(VENV) …"; $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }; }
	@echo "Installing into $(VENV) (the first time takes half a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
