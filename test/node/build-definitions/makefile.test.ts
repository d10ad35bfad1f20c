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
			"Makefile:9:2: other: $PIDONE_UNKNOWN is only known when it runs: skipped",
		]);
	});
});
