import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/user-error.ts";
import { planResolveSteps, readResolveSteps } from "../../../src/node/resolve/resolve-steps.ts";

describe("readResolveSteps", () => {
	it("keeps the order, and removes duplicates", () => {
		expect(readResolveSteps("registry,catalogue, engine,registry")).toEqual(["registry", "catalogue", "engine"]);
	});

	it.each(["", "layers", "registry,", "Registry"])("refuses %j", (text) => {
		expect(() => readResolveSteps(text)).toThrow(UserError);
	});
});

describe("planResolveSteps", () => {
	const none = { isFrozen: false, hasEngine: false, hasLayouts: false };

	it.each<[string, Parameters<typeof planResolveSteps>, string]>([
		["the catalogue and the lock file by default", [undefined, none], "catalogue,lock"],
		[
			"the lock file after the catalogue",
			[["registry", "catalogue", "engine"], none],
			"registry,catalogue,lock,engine",
		],
		["the lock file first where there is no catalogue", [["registry"], none], "lock,registry"],
		["the lock file where the user wants it", [["registry", "lock"], none], "registry,lock"],
		["an engine that is named", [undefined, { ...none, hasEngine: true }], "catalogue,lock,engine"],
		[
			"a layout that is named, before it",
			[undefined, { isFrozen: false, hasEngine: true, hasLayouts: true }],
			"catalogue,lock,layout,engine",
		],
		[
			"what is named where the user wants it",
			[["engine", "catalogue"], { ...none, hasEngine: true }],
			"engine,catalogue,lock",
		],
		[
			"the lock file alone when nobody is to be asked",
			[["registry", "catalogue"], { ...none, isFrozen: true }],
			"lock",
		],
		["the files of images that are found", [["registry", "files"], none], "lock,registry,files"],
		["the lock file alone, whose files were read before", [["files"], { ...none, isFrozen: true }], "lock"],
	])("takes %s", (_, request, expected) => {
		expect(planResolveSteps(...request).join()).toBe(expected);
	});

	it("refuses to read files where no images are looked for", () => {
		expect(() => planResolveSteps(["catalogue", "files"], none)).toThrow(
			new UserError("--resolve: files is for images that layout, engine or registry finds: add one of them"),
		);
	});
});
