# The front door; Meson and Ninja do the work.
#   make          builds build/readout
#   make demo     reads the example reports into a ledger and prints the brief
#   make test     all tests, again under sanitizers, and the checks of the source
#   make bench    measures accuracy, speed and memory (see bench/README.md)
#   make install  installs below PREFIX (default /usr/local)
PREFIX ?= /usr/local

.PHONY: all demo test bench install clean ready

all: ready
	@ninja -C build --quiet

ready: build/build.ninja

build/build.ninja:
	@./setup build
	@meson setup build --prefix $(PREFIX)

demo: all
	@./examples/demo

test:
	@./setup
	@./tests/run

bench: all
	@./bench/run

install: all
	@meson install -C build

clean:
	@rm -rf build build-sanitized
