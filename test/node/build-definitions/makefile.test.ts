import { describe, expect, it } from "vitest";
import { readBuilds, readNotes } from "./read.ts";

describe("a makefile", () => {
	it("states the command lines of its recipes", async () => {
		const text = `FILE ?= docker/x.file # why
DIR := sub
LOOP = $(LOOP)
image: deps
	@docker build --pull \\
		-f $(FILE) -t app:$(shell git describe) $(DIR)
	cd $(CURDIR)/$(DIR) && podman build --build-arg=A=$$B .
other:
	docker build -f $(LOOP) .
	docker run app
`;
		expect(await readBuilds("Makefile", text)).toEqual([
			{ name: "image", dockerfile: "/p/docker/x.file", context: "/p/sub" },
			{ name: "image", dockerfile: "/p/sub/Dockerfile", context: "/p/sub" },
		]);
		expect(await readNotes("Makefile", text)).toEqual([
			"Makefile:7:2: image: pidone assumes the defaults of build arguments that are not known: A ($B is only known when it runs)",
			"Makefile:9:2: other: $(LOOP) is only known when it runs: skipped",
		]);
	});

	it("does not guess what make computes, or what depends on a condition or a rule", async () => {
		const text = `ARGS = --target app
ifdef DEBUG
FILE = debug.file
ARGS += --no-cache
else
FILE = release.file
endif
FLAGS = $(if $(PROXY),--build-arg PROXY=$(PROXY))
EMPTY ?= # nothing yet
one: DIR = sub
a:
	docker build $(ARGS) $(FLAGS) $(EMPTY) .
b:
	docker build -f $(FILE) .
one two:
	docker build $(DIR)
`;
		expect(await readBuilds("Makefile", text)).toEqual([
			{ name: "a", dockerfile: "/p/Dockerfile", context: "/p", target: "app" },
		]);
		expect(await readNotes("Makefile", text)).toEqual([
			"Makefile:12:2: a: pidone leaves out $(ARGS) $(if $(PROXY),--build-arg PROXY=$(PROXY)), which is only known when it runs",
			"Makefile:14:2: b: $(FILE) is only known when it runs: skipped",
			"Makefile:16:2: one two: $(DIR) is only known when it runs: skipped",
		]);
	});

	it("adds to variables, and shortens long functions in messages", async () => {
		const text = `ARGS := --build-arg A=1
override ARGS += --build-arg B=2
a:
	docker build $(ARGS) $(shell ${"x".repeat(100)}) .
`;
		expect(await readBuilds("Makefile", text)).toEqual([
			{ name: "a", dockerfile: "/p/Dockerfile", context: "/p", args: { A: "1", B: "2" } },
		]);
		expect(await readNotes("Makefile", text)).toEqual([
			`Makefile:4:2: a: pidone leaves out $(shell ${"x".repeat(72)}…, which is only known when it runs`,
		]);
	});
});
