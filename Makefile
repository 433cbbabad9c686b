# What a newcomer needs: make run, make demo, make test. What a contributor needs besides: make check, make bench.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all:

.PHONY: run demo install test check format bench dev clean-demo messages

run: install ## Installs, prepares and serves at 127.0.0.1:8000
	@$(BIN)/python manage.py prepare
	@printf '\n  Careerpath is at http://127.0.0.1:$(PORT)  (stop it with Ctrl+C)\n\n'
	@$(BIN)/gunicorn careerpath.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --no-control-socket --log-level warning

demo: install ## Fills an organisation of about 40 made-up people
	@$(BIN)/python manage.py prepare
	@$(BIN)/python manage.py demo_fill

clean-demo: install ## Removes the made-up people again
	@$(BIN)/python manage.py demo_remove

install: .venv/run.txt

dev: .venv/check.txt ## Serves with the debugger and the style guide
	@CAREERPATH_DEBUG=yes $(BIN)/python manage.py prepare
	@CAREERPATH_DEBUG=yes $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

test: .venv/test.txt ## All tests, on SQLite and on PostgreSQL if there is one
	@$(BIN)/python -m tools.run_tests $(TESTS)

check: .venv/check.txt ## Format, lint, types, import walls, migrations, templates, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/djlint templates --check --lint --quiet
	$(BIN)/python -m tools.messages --check

format: .venv/check.txt
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint templates --reformat --quiet

messages: .venv/check.txt ## Writes the texts to translate to locale/
	$(BIN)/python -m tools.messages

bench: .venv/test.txt ## Each page against a bare one, as ratios
	$(BIN)/python -m tools.bench $(BENCH)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "Careerpath needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv .venv

# Each list of packages is installed when it changed; the copy in .venv remembers which one is there.
.venv/run.txt .venv/test.txt .venv/check.txt: .venv/%.txt: requirements/%.txt | .venv/bin/python
	@echo "Installing the packages of $< …"
	@$(PIP) -r $<
	@cp $< $@
