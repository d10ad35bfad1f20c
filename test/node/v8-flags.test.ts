import { expect, it } from "vitest";
import { selectFlags, type V8Flag } from "../../src/node/v8-flags.ts";

const FLAGS: readonly V8Flag[] = [
	["--old", 20],
	["--new", 26],
];

it.each([
	["20.19.0", ["--old", "--new"]],
	["22.1.0", ["--new"]],
	["26.12.1", ["--new"]],
	["27.0.0", []],
	["100.0.0", []],
])("for Node.js %s, only the flags that its V8 is known to have are set", (version, flags) => {
	expect(selectFlags(FLAGS, version)).toEqual(flags);
});
