# The commands of The Third Reader. GNU make 3.81 or newer; run it in this folder.
#
# Variables, on the command line or in the environment; paths are relative to this folder:
#   INPUTDIR    the content tree                  OUTPUTDIR  the built site
#   CACHEDIR    all that is kept between builds, and the preview of `make serve`
#   SITEURL     the address it is published under: the root of a host
#   CONTACT_EMAIL   for security.txt and for links that report an error
#   FORMAT      of `make check`: text, github, json
#   WITHOUT     of `make what-if`: the id of a source
#   SLUG        of `make new-case`: its part of the address
#   URL, FILE   of `make new-source`: its address; the file of sources/ that it goes into
#   BASE        of `make check`: an earlier claims.json, none of whose claims may vanish;
#               of `make diff`: what to compare with; the last commit if not given
#   BUNDLE      of `make bundle`: the archive to write, OUTPUTDIR.zip if not given;
#               of `make verify`: the archive or folder to check
#   SIGNING_KEY of `make bundle`: the SSH key that signs it; ALLOWED of `make verify`: the list of
#               keys that may, as ssh-keygen reads it
#   COMMIT      of `make bundle`: what to call this state, where git cannot say
#   HEADERSDIR  of `make headers`: where configurations of servers go
#   ONION_URL, MIRRORS, HSTS, CACHE_CONTROL   replace the settings of these names (pelicanconf.py)
#   SOURCE_DATE_EPOCH   the build's day, in seconds; two builds with the same one are equal

INPUTDIR ?= content
OUTPUTDIR ?= output
CACHEDIR ?= .cache
FORMAT ?= text
CASES ?= 1000
WITHOUT ?=
BASE ?=
SLUG ?=
URL ?=
FILE ?=
BUNDLE ?=
ALLOWED ?=
HEADERSDIR ?= headers
# The first Python that is new enough.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
export INPUTDIR OUTPUTDIR CACHEDIR FORMAT CASES WITHOUT BASE SLUG URL FILE BUNDLE ALLOWED HEADERSDIR
# What Python has compiled is kept, as pip keeps it: else each command would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE
ifdef SITEURL
export SITEURL
endif
ifdef SOURCE_DATE_EPOCH
export SOURCE_DATE_EPOCH
endif

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
RUN := @$(BIN)/python -m third_reader
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-input \
	--no-deps --require-hashes --only-binary :all:
# Shell words, not make's, so that a path may hold blanks and quotes.
PLACES := --output "$$OUTPUTDIR" --cache "$$CACHEDIR"

.PHONY: help html check new-case new-source links archive stale stats what-if balance diff serve publish bundle \
	verify headers test audit lint format golden docs bench lock advisories clean

help: ## Print this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1	\2/p' Makefile | \
		while IFS='	' read -r name words; do printf '%-10s %s\n' "$$name" "$$words"; done

html: .venv/.run ## Check the content and build the site into OUTPUTDIR
	$(RUN) build --input "$$INPUTDIR" $(PLACES)

check: .venv/.run ## Check the content only; FORMAT=text, github or json; BASE=old/claims.json
	$(RUN) check --input "$$INPUTDIR" --format "$$FORMAT" --base "$$BASE"

new-case: .venv/.run ## Begin the page of a case: SLUG=<its part of the address>
	$(RUN) new-case --input "$$INPUTDIR" --slug "$$SLUG"

new-source: .venv/.run ## Begin the record of a source from its address: URL=https://… FILE=<in sources/>
	$(RUN) new-source --input "$$INPUTDIR" --url "$$URL" --file "$$FILE"

links: .venv/.run ## Ask over the network which sources are still there; writes links.patch
	$(RUN) links --input "$$INPUTDIR" --cache "$$CACHEDIR"

archive: .venv/.run ## Ask the Wayback Machine for copies of sources without one; writes archive.patch
	$(RUN) archive --input "$$INPUTDIR" --cache "$$CACHEDIR"

stale: .venv/.run ## List what to look at first: pages long unchecked, then sources adrift
	$(RUN) stale --input "$$INPUTDIR"

stats: .venv/.run ## How long and how hard to read each page is, and what it rests on
	$(RUN) stats --input "$$INPUTDIR"

what-if: .venv/.run ## Each claim now and without a source: WITHOUT=<id of a source>
	$(RUN) what-if --input "$$INPUTDIR" --without "$$WITHOUT"

balance: .venv/.run ## On whom the cases bear, and how many have the other side's answer
	$(RUN) balance --input "$$INPUTDIR"

diff: .venv/.run ## What changed in the evidence: BASE=<commit, content folder, built site or claims.json>
	@BASE="$${BASE:-HEAD}"; if [ -e "$$BASE" ]; then base="$$BASE"; else \
		ask='name BASE=<commit, folder, site or claims.json>'; \
		git rev-parse --quiet --verify "$$BASE^{commit}" >/dev/null 2>&1 || \
			{ echo "error: nothing here is called $$BASE, and no commit of git; $$ask" >&2; exit 2; }; \
		at="the commit $$BASE"; [ "$$BASE" != HEAD ] || at='the last commit'; \
		dir=$$(mktemp -d) && trap 'rm -rf -- "$$dir"' EXIT && \
		{ git archive --format=tar -o "$$dir/base.tar" "$$BASE" -- "$$INPUTDIR" 2>/dev/null || \
			{ echo "error: $$INPUTDIR is not in $$at yet; commit it, or $$ask" >&2; exit 2; }; } && \
		tar -xf "$$dir/base.tar" -C "$$dir" && base="$$dir/$$INPUTDIR"; fi && \
	$(BIN)/python -m third_reader diff --input "$$INPUTDIR" --base "$$base"

serve: .venv/.run ## Build with drafts into CACHEDIR/preview or a named OUTPUTDIR, serve on this machine, again at each change
	$(RUN) serve --input "$$INPUTDIR" --cache "$$CACHEDIR" \
		$(if $(filter command environment,$(origin OUTPUTDIR)),--output "$$OUTPUTDIR")

publish: .venv/.run ## Build for SITEURL, where a warning counts as an error
	$(RUN) build --strict --input "$$INPUTDIR" $(PLACES)

bundle: .venv/.run ## Build as publish does, and pack it: BUNDLE=<zip>; SIGNING_KEY=<SSH key> signs it
	$(RUN) bundle --input "$$INPUTDIR" $(PLACES) --bundle "$$BUNDLE"

verify: .venv/.run ## Check a bundle: BUNDLE=<zip or folder>; ALLOWED=<allowed signers>
	$(RUN) verify --bundle "$$BUNDLE" --allowed "$$ALLOWED"

headers: .venv/.run ## Write what nginx, Caddy and Apache need into HEADERSDIR
	$(RUN) headers --strict --to "$$HEADERSDIR"

test: .venv/.dev ## Set up all that tests need, a browser included, and run them
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/firefox.py
	@$(BIN)/python tests/tools.py
	@PYTHONUTF8=1 $(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder $(TESTS)

audit: .venv/.dev tests/audit/node_modules/.package-lock.json ## Let Lighthouse look at four pages; each figure has to be 100
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/audit/lighthouse.py

lint: .venv/.dev ## Look for faults of style, types and imports between rooms
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m ruff format --quiet --check .
	@$(BIN)/python -m mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

format: .venv/.dev ## Put the code into its usual form
	@$(BIN)/python -m ruff check --quiet --fix --exit-zero .
	@$(BIN)/python -m ruff format --quiet .

golden: .venv/.dev ## Write tests/golden/*/expected anew; read the difference before you commit it
	@$(BIN)/python -m pytest -q tests/house/test_golden.py --rewrite-golden

docs: .venv/.run ## Write docs/errors.md anew
	@$(BIN)/python -m third_reader.authoring.manual > docs/errors.md.new
	@mv docs/errors.md.new docs/errors.md

bench: .venv/.run ## Time the build against plain Pelican's; CASES=100 for a short one
	@$(BIN)/python -m bench "$$CASES"

lock: .venv/.dev ## Choose versions of all requirements anew, none younger than a week
	@for name in requirements requirements-dev requirements-advisories; do \
		$(BIN)/uv pip compile --quiet --upgrade --no-config --universal --python-version 3.11 \
			--default-index https://pypi.org/simple --exclude-newer '7 days' \
			--only-binary :all: --generate-hashes --override overrides.txt \
			--custom-compile-command 'make lock' --output-file $$name.txt $$name.in || exit; \
	done

advisories: .venv/.advisories ## Look up over the network what is known against any package of the locks
	@for name in requirements requirements-dev requirements-advisories; do \
		.venv/advisories/bin/python -m pip_audit --requirement $$name.txt --require-hashes --disable-pip \
			--progress-spinner off || exit; \
	done

clean: ## Remove the built site and every cache; .venv stays
	@rm -rf -- "$$OUTPUTDIR" "$$OUTPUTDIR.zip" "$$CACHEDIR" .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis

# npm writes this file last; the lock holds a hash of every package.
tests/audit/node_modules/.package-lock.json: tests/audit/package-lock.json
	@command -v npm >/dev/null || { echo 'error: the audit needs Node 18.20 or newer, with npm' >&2; exit 2; }
	@echo 'Setting up Lighthouse from tests/audit/package-lock.json' >&2
	@cd tests/audit && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# A stamp is younger than the lock it was made from, or the lock is installed again.
.venv/.run: requirements.txt | .venv/.made
	@echo 'Setting up .venv, about a minute' >&2
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt requirements.txt | .venv/.made
	@echo 'Setting up .venv from requirements-dev.txt' >&2
	@$(INSTALL) -r requirements-dev.txt
	@touch .venv/.run $@

.venv/.advisories: requirements-advisories.txt | .venv/.made
	@echo 'Setting up .venv/advisories from requirements-advisories.txt' >&2
	@$(PYTHON) -m venv .venv/advisories
	@.venv/advisories/bin/python -m pip --disable-pip-version-check install --quiet --no-input \
		--no-deps --require-hashes --only-binary :all: -r requirements-advisories.txt
	@touch $@

.venv/.made:
	@test -n '$(PYTHON)' || \
		{ echo 'error: Python 3.11 or newer is needed; name one with PYTHON=…' >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'error: this Python makes no virtual environments; install it whole (Debian, Ubuntu: apt install python3-venv)' >&2; exit 2; }
	@$(PYTHON) -m venv .venv
	@touch $@
