# Aliases of run.py, for people who have make. Arguments go in ARGS: make test ARGS="-k lookbook"
PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test check fix shots bench locks simulate stories

help:   ## list what can be made
	@sed -n 's/^\([a-z]*\): *## \(.*\)/make \1	\2/p' Makefile
demo:   ## set everything up and open the program on a demo boutique
	$(PYTHON) run.py demo $(ARGS)
test:   ## set everything up and run the tests
	$(PYTHON) run.py test $(ARGS)
check:  ## format, lint, types, import contracts, strings, locks: what CI asks
	$(PYTHON) run.py check $(ARGS)
fix:    ## check, and mend what can be mended
	$(PYTHON) run.py check --fix
shots:  ## draw every screen into build/shots
	$(PYTHON) run.py shots build/shots $(ARGS)
bench:  ## measure, and print each figure beside its limit
	$(PYTHON) run.py bench $(ARGS)
simulate: ## live through seeds of tills and a head office that fail: ARGS="--seeds 5000 --from 0"
	.venv/bin/python -m tests.sync.simulate $(ARGS)
stories: ## real tills and a real server, killed at random: ARGS="--rounds 20 --from 0"
	.venv/bin/python -m tests.stories.run $(ARGS)
locks:  ## remake locks/*.txt from pyproject.toml
	$(PYTHON) tools/lock.py
