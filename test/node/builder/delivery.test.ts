import { describe, expect, it } from "vitest";
import { listInitFiles } from "../../../src/node/builder/delivery.ts";

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
