# `make demo` and `make test` set everything up by themselves, on a fresh machine too.

BIN = .venv/bin
# What was compiled is kept, whatever the shell says: a thousand files take longer than most tests.
PYTEST = PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$(CURDIR)/.venv/compiled" $(BIN)/pytest

.PHONY: demo test check bench soak pictures languages lock ready ready-dev

demo: ready  ## a session with a simulated patient: in a window, or off-screen without a display
	@sh packaging/demo.sh

# File after file as they stand: by itself xdist keeps the files of few and long tests for the end.
test: ready-dev  ## the whole suite, in three processes: much of it waits for real lines
	$(PYTEST) -n 3 --dist loadfile --no-loadscope-reorder

check: ready-dev  ## format, lint, types, contracts; no tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: ready-dev  ## how fast, as ratios measured in one run; how true the alarms are
	@sh packaging/peers.sh
	$(BIN)/pytest tests/bench -m bench -s

soak: ready-dev  ## the long campaigns, and every property with many more examples
	$(PYTEST) -m hypothesis --hypothesis-profile=campaign -n 2 --dist loadfile
	$(PYTEST) -m soak

pictures: ready  ## the pictures of the README, made anew
	@sh packaging/pictures.sh

languages: ready-dev  ## the translations: new sentences into *.ts, and *.qm from them
	$(BIN)/python -m ui.languages.update

lock:  ## requirements.lock and requirements-dev.lock, made anew from pyproject.toml
	sh packaging/lock.sh

ready:
	@sh packaging/setup.sh

ready-dev:
	@sh packaging/setup.sh dev
