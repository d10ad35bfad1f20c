import { describe, expect, it } from "vitest";
import { copiesFrom, INIT_CONTEXT, listInitFiles } from "../../src/build/delivery.ts";

describe("copiesFrom", () => {
	it.each([
		["COPY --from=pidone-init a /b", true],
		["FROM x\n  copy --chown=0:0 --from=pidone-init a /b\n", true],
		["ONBUILD COPY --from=pidone-init a /b", true],
		["COPY --from=pidone-init-2 a /b", false],
		["COPY --from=x-pidone-init a /b", false],
		["# COPY --from=pidone-init a /b", false],
		["RUN COPY --from=pidone-init a /b", false],
		["FROM pidone-init", false],
	])("%j: %j", (text, expected) => {
		expect(copiesFrom(INIT_CONTEXT).test(text)).toBe(expected);
	});
});

describe("listInitFiles", () => {
	it("gives a program for each platform, by the name that a Dockerfile asks for", () => {
		const files = listInitFiles(["linux/amd64", "linux/arm64"]);
		expect(files.map(({ path }) => path)).toEqual(["init/pidone-linux-amd64", "init/pidone-linux-arm64"]);
		for (const { bytes, isExecutable } of files) {
			expect(isExecutable).toBe(true);
			expect(Buffer.from(bytes).subarray(0, 4).toString("latin1")).toBe("\x7fELF");
		}
	});
});
