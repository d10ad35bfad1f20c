import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cliFile } from "../cli/built-cli.ts";
import { makeFolder, needsProgram, runShell } from "../cli/run-cli.ts";

/** Prints more than fits into a pipe. */
const LONG = "pidone images";

describe("what is written to standard output", () => {
	it("comes whole and in order, to a file, a slow reader and nobody", async () => {
		const cwd = makeFolder();
		const { out } = await runShell(
			`${LONG} >file; { ${LONG}; echo end; } | { sleep 0.3; cat; } >piped; ${LONG} >/dev/null; echo $?; echo end >>file; cmp file piped && tail -1 file`,
			{ cwd },
		);
		expect(out).toBe("0\nend\n");
		expect(statSync(join(cwd, "file")).size).toBeGreaterThan(100_000);
	});

	it("comes whole through a pipe that does not block", async (context) => {
		needsProgram(context, "mkfifo");
		const cwd = makeFolder();
		const path = join(cwd, "pipe");
		spawnSync("mkfifo", [path]);
		const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
		const writer = spawn(process.execPath, [cliFile, "images"], { stdio: ["ignore", descriptor, "inherit"] });
		const reading = runShell("{ sleep 0.5; wc -c; } <pipe", { cwd });
		const [code] = await once(writer, "exit");
		closeSync(descriptor);
		const { out } = await runShell(`${LONG} | wc -c`, { cwd });
		expect([code, (await reading).out]).toEqual([0, out]);
	});

	it("is missed where a file may not become that long", async () => {
		const cwd = makeFolder();
		const { code, err } = await runShell(`ulimit -f 8; trap '' XFSZ; ${LONG} >file`, { cwd });
		expect([code, err]).toEqual([2, expect.stringMatching(/^pidone: standard output cannot be written: EFBIG/)]);
	});
});
