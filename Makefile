# Everything a contributor runs, on nothing but Python 3.11 to 3.13 and make.
#
# What is installed is what requirements/*.txt lock, by hash, and nothing besides: a lock is whole, and "pip check" says
# so. Nothing is resolved anew, so that no release of pip can choose otherwise. Wheels only: pyspark alone, which is
# released without one, is built, by the build tools that requirements/build.txt locks.

PYTHON ?= python3
WORKERS ?= 2
ARGS ?=

DEV := .venv
TOOLS := build/venv-tools
CORE := build/venv-core
PEER := build/venv-peer
SHARED := $(or $(CLIFFHANGER_SHARED),../shared)
ELSEWHERE := docs/forecast_bench.json
COX := build/venv-cox
BIN := $(DEV)/bin

PIP_OPTIONS := --disable-pip-version-check --no-input --quiet
LOCKED := $(PIP_OPTIONS) --require-hashes --no-deps --no-build-isolation --only-binary :all: --no-binary pyspark
OURSELVES := $(PIP_OPTIONS) --no-deps --no-build-isolation --no-index

PACKAGED := pyproject.toml LICENSE $(wildcard README.md) \
	$(shell find src -type f -not -path '*/__pycache__/*' -not -name '.*')

.PHONY: help demo test check bench bench-forecast bench-audience spark-charts scoreboard lock fuzz soak year audit dist clean
.DEFAULT_GOAL := help

help: ## list these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(CORE)/.installed ## the outlook on Ballard, from the core installation alone
	$(CORE)/bin/cliffhanger outlook "Ballard" --as-of 2025-07-30

test: $(DEV)/.installed ## every test that can run here, with coverage (ARGS="-k ledger --no-cov")
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup --cov= $(ARGS)

check: $(DEV)/.installed ## style, types, floors, and no address or path where none belongs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@$(call refuse,address of a package index,https?://[^ ]*/simple|pypi[.]org|pythonhosted[.]org)
	@$(call refuse,path of somebody's machine,(^|[^[:alnum:]_.~-])/(home|root|tmp|work|private|Users)/[[:alnum:]_.])
	@$(call refuse,address in a lock,://,requirements)

bench: $(DEV)/.installed $(CORE)/.installed $(PEER)/.locked ## the benchmarks (ARGS=reader for one of them)
	$(BIN)/python -m bench $(ARGS)

scoreboard: $(DEV)/.installed ## ask ten years again on the real data: docs/scoreboard.*, and what ships of it
	$(BIN)/cliffhanger ingest $(SHARED)/data --ledger build/scoreboard-ledger
	$(BIN)/cliffhanger scoreboard --ledger build/scoreboard-ledger --out docs $(addprefix --also ,$(wildcard $(ELSEWHERE)))
	cp docs/scoreboard.json src/cliffhanger/data/scoreboard.json

bench-forecast: $(DEV)/.installed $(COX)/.installed ## what the forecasts reach, beside baselines and Cox, on the real data
	$(BIN)/python -m bench forecast

bench-audience: $(DEV)/.installed ## 1, 10 and 100 million playback events to all measures, beside other engines
	$(BIN)/python -m bench audience

spark-charts: $(DEV)/.installed ## the same charts from DuckDB and a Spark cluster, on 50 million events (EVENTS=...)
	CLIFFHANGER_SPARK_EVENTS=$(or $(EVENTS),50e6) $(BIN)/pytest tests/measures/audience/test_cluster.py --no-cov

lock: $(DEV)/.locked ## lock again what pyproject.toml asks for (ARGS=--upgrade for newer releases)
	$(COMPILE) --all-extras --group dev $(ARGS) --output-file requirements/dev.txt pyproject.toml
	$(COMPILE) --constraint requirements/dev.txt $(ARGS) --output-file requirements/core.txt pyproject.toml
	$(COMPILE) --constraint requirements/dev.txt $(ARGS) --output-file requirements/build.txt --group build
	$(COMPILE) --constraint requirements/dev.txt $(ARGS) --output-file requirements/fuzz.txt --group fuzz
	$(COMPILE) --constraint requirements/dev.txt $(ARGS) --output-file requirements/peer.txt --group peer
	$(COMPILE) $(ARGS) --output-file requirements/cox.txt --group cox

fuzz: $(DEV)/.installed ## feed the reader foreign bytes for a minute (ARGS=-max_total_time=600 for longer)
	$(BIN)/python -m pip install $(LOCKED) -r requirements/fuzz.txt
	$(BIN)/python tests/fuzz/fuzz_reader.py $(or $(ARGS),-max_total_time=60)

year: $(DEV)/.installed ## a year of real updates, one a day, and what was told of each (a quarter of an hour; needs the shared data)
	CLIFFHANGER_EVERY_DAY=yes $(BIN)/pytest tests/outlook/test_year.py --no-cov

soak: $(DEV)/.installed ## kill an update 200 times at random moments, and count every row (ARGS="500 7": kills, seed)
	$(BIN)/python -m tests.ledger.soak $(ARGS)

audit: $(DEV)/.installed ## known weaknesses of what is installed and of our own code (ARGS="-s osv" asks OSV)
	$(BIN)/ruff check --select S src
	$(BIN)/pip-audit --local --skip-editable --strict $(ARGS)

dist: $(DEV)/.installed ## the source archive and the wheel, into dist/
	$(BIN)/python -m build --no-isolation

clean: ## remove everything that make has made
	rm -rf $(DEV) build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -type d -name __pycache__ -exec rm -rf {} +

# One version of everything on every Python, so that a forecast does not depend on the interpreter.
COMPILE = $(BIN)/uv pip compile --universal --strip-extras --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

# $(call refuse,what,pattern,files): fail where a tracked file has a line that matches.
refuse = git grep -nIE -e '$(2)' -- $(or $(3),.); \
	case $$? in 1) ;; 0) echo "make: that is the $(1)" >&2; exit 1 ;; *) exit 1 ;; esac

define check_python
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v < (3, 14) else \
	"Python 3.11 to 3.13 is needed, this is %d.%d; name another: make PYTHON=python3.12" % v)'
endef

# Made anew whenever a lock changes, so that nothing stays behind that the lock no longer names.
$(DEV)/.locked: requirements/build.txt requirements/dev.txt
	$(check_python)
	$(PYTHON) -m venv --clear $(DEV)
	$(BIN)/python -m pip install $(LOCKED) -r requirements/build.txt
	$(BIN)/python -m pip install $(LOCKED) -r requirements/dev.txt
	@touch $@

$(DEV)/.installed: $(DEV)/.locked pyproject.toml
	$(BIN)/python -m pip install $(OURSELVES) --editable .
	$(BIN)/python -m pip check
	@touch $@

$(TOOLS)/.locked: requirements/build.txt
	$(check_python)
	$(PYTHON) -m venv --clear $(TOOLS)
	$(TOOLS)/bin/python -m pip install $(LOCKED) -r requirements/build.txt
	@touch $@

# Software that does what a part of the project does, to be measured beside it; nothing of the project is in it.
$(PEER)/.locked: requirements/peer.txt $(TOOLS)/.locked
	$(PYTHON) -m venv --clear --without-pip $(PEER)
	$(TOOLS)/bin/python -m pip --python $(PEER)/bin/python install $(LOCKED) -r requirements/peer.txt
	@touch $@

# lifelines alone, which wants another pandas than the rest; one part of it is released without a wheel.
$(COX)/.installed: requirements/cox.txt requirements/build.txt
	$(check_python)
	$(PYTHON) -m venv --clear $(COX)
	$(COX)/bin/python -m pip install $(LOCKED) -r requirements/build.txt
	$(COX)/bin/python -m pip install $(LOCKED) --no-binary autograd-gamma -r requirements/cox.txt
	@touch $@

# Without pip or a build tool of its own: it holds the core's libraries, the project's wheel, and nothing else.
$(CORE)/.locked: requirements/core.txt $(TOOLS)/.locked
	$(PYTHON) -m venv --clear --without-pip $(CORE)
	$(TOOLS)/bin/python -m pip --python $(CORE)/bin/python install $(LOCKED) -r requirements/core.txt
	@touch $@

$(CORE)/.installed: $(CORE)/.locked $(PACKAGED)
	rm -rf build/wheel
	$(TOOLS)/bin/python -m pip wheel $(OURSELVES) --wheel-dir build/wheel .
	$(TOOLS)/bin/python -m pip --python $(CORE)/bin/python install $(OURSELVES) --force-reinstall build/wheel/*.whl
	@touch $@
