import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigFinder } from "../../../src/node/config/find.ts";
import { makeFolder } from "../../cli/run-cli.ts";

describe("ConfigFinder", () => {
	it("finds the nearest config file, of any name", async () => {
		const top = makeFolder({ ".pidone.yml": "init: tini\n", "a/.pidone.json": "{}", "a/b/Dockerfile": "", "c/x": "" });
		const finder = new ConfigFinder(top);
		expect((await finder.find(join(top, "a/b")))?.path).toBe(join(top, "a/.pidone.json"));
		expect((await finder.find(join(top, "c")))?.config).toEqual({ init: "tini" });
		expect(await finder.find(join(top, ".."))).toBeUndefined();
	});

	it("refuses two of them in one folder", async () => {
		const top = makeFolder({ ".pidone.yaml": "init: tini\n", ".pidone.json": "{}" });
		await expect(new ConfigFinder(top).find(top)).rejects.toThrow(
			/\.pidone\.yaml: \.pidone\.json is in the same directory: keep one of them$/,
		);
	});
});
