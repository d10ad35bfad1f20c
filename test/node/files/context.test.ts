import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ContextFileFacts } from "../../../src/core/command/image-files.ts";
import { readContextFrom } from "../../../src/node/files/context.ts";
import { makeFolder } from "../../cli/run-cli.ts";

/** The text of a file, and what is known about the file. */
function read(folder: string, path: string): { text: string | undefined; facts: ContextFileFacts | undefined } {
	const { readContextFile, inspectContextFile } = readContextFrom(folder);
	return { text: readContextFile?.(path), facts: inspectContextFile?.(path) };
}

const SCRIPT = "#!/bin/sh\nexec app\n";

describe("readContextFrom", () => {
	it.each<[what: string, path: string, make: (folder: string) => void]>([
		["a file", "run.sh", () => {}],
		["a path with a slash in front", "/run.sh", () => {}],
		["a path with dots that stay inside", "bin/../run.sh", () => {}],
		["a link to a file of the context", "link", (folder) => symlinkSync("run.sh", join(folder, "link"))],
		[
			"an absolute link to a file of the context",
			"link",
			(folder) => symlinkSync(join(folder, "run.sh"), join(folder, "link")),
		],
		["a hard link", "link", (folder) => linkSync(join(folder, "run.sh"), join(folder, "link"))],
		["a file in a folder that is a link", "linked/run.sh", (folder) => symlinkSync(".", join(folder, "linked"))],
	])("reads %s", (_, path, make) => {
		const folder = makeFolder({ "run.sh": SCRIPT, "bin/x": "" });
		make(folder);
		expect(read(folder, path)).toEqual({ text: SCRIPT, facts: { isExecutable: false } });
	});

	it("finds out who may execute a file", () => {
		const folder = makeFolder({ "run.sh": SCRIPT });
		chmodSync(join(folder, "run.sh"), 0o744);
		expect(read(folder, "run.sh").facts).toEqual({ isExecutable: true });
	});

	it.each<[what: string, why: string, make: (folder: string, outside: string) => void]>([
		[
			"a link out of the context",
			"is a link that leads out of the build context",
			(folder, outside) => symlinkSync(join(outside, "secret"), join(folder, "run.sh")),
		],
		[
			"a relative link out of the context",
			"is a link that leads out of the build context",
			(folder) => symlinkSync("../../../../etc/passwd", join(folder, "run.sh")),
		],
		[
			"a link to a link out of the context",
			"is a link that leads out of the build context",
			(folder, outside) => {
				symlinkSync(join(outside, "secret"), join(folder, "next"));
				symlinkSync("next", join(folder, "run.sh"));
			},
		],
		[
			"a link to a device",
			"is a link that leads out of the build context",
			(folder) => symlinkSync("/dev/zero", join(folder, "run.sh")),
		],
		[
			"a link that leads nowhere",
			"is a link that leads nowhere",
			(folder) => symlinkSync("nowhere", join(folder, "run.sh")),
		],
		["a link to itself", "is a link that leads nowhere", (folder) => symlinkSync("run.sh", join(folder, "run.sh"))],
	])("does not follow %s", (_, unreadable, make) => {
		const folder = makeFolder();
		make(folder, makeFolder({ secret: SCRIPT }));
		expect(read(folder, "run.sh")).toEqual({ text: undefined, facts: { isExecutable: false, unreadable } });
	});

	it("does not follow a folder that is a link out of the context", () => {
		const folder = makeFolder();
		symlinkSync(makeFolder({ secret: SCRIPT }), join(folder, "linked"));
		expect(read(folder, "linked/secret")).toEqual({
			text: undefined,
			facts: { isExecutable: false, unreadable: "is a link that leads out of the build context" },
		});
	});

	it("does not read 50 MB", () => {
		const folder = makeFolder({ "run.sh": SCRIPT });
		truncateSync(join(folder, "run.sh"), 50_000_000);
		expect(read(folder, "run.sh")).toEqual({
			text: undefined,
			facts: { isExecutable: false, unreadable: "has 50.0 MB, which is too much for a script" },
		});
	});

	it.each([
		"missing",
		"../run.sh",
		"../../etc/passwd",
		"/../etc/passwd",
		"folder",
		"run.sh/x",
		"",
		".",
		"a\0b",
		"x".repeat(5000),
	])("finds nothing at %j", (path) => {
		const parent = makeFolder({ "run.sh": SCRIPT, "context/run.sh": SCRIPT });
		const folder = join(parent, "context");
		mkdirSync(join(folder, "folder"));
		expect(read(folder, path)).toEqual({ text: undefined, facts: undefined });
	});

	it("finds nothing in a context that is not there", () => {
		expect(read("/nowhere", "run.sh")).toEqual({ text: undefined, facts: undefined });
	});
});
