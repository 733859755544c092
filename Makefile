# `make demo` and `make test` set everything up by themselves, on a fresh machine too.

BIN = .venv/bin

.PHONY: demo test check bench soak pictures lock ready

demo: ready  ## a session with a simulated patient: in a window, or off-screen without a display
	@sh packaging/demo.sh

test: ready  ## the whole suite, in two processes: much of it waits for real lines
	$(BIN)/pytest -n 2 --dist loadfile

check: ready  ## format, lint, types, contracts; no tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: ready  ## how fast, as ratios measured in one run; how true the alarms are
	$(BIN)/pytest tests/bench -m bench -s

soak: ready  ## the long campaigns
	$(BIN)/pytest -m soak

pictures: ready  ## the pictures of the README, made anew
	@sh packaging/pictures.sh

lock:  ## requirements.lock, made anew from pyproject.toml
	sh packaging/lock.sh

ready:
	@sh packaging/setup.sh
