import { beforeAll, describe, expect, it } from "vitest";
import { docker } from "../helpers/engine.ts";
import { openContainer } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { tellMeasured } from "./helpers/measured.ts";
import { waitForProcesses } from "./helpers/processes.ts";
import { enter, interrupt, quit, runOnTerminal, suspend } from "./helpers/terminal.ts";

/**
 * A job that prints a message when it starts, and when it continues. The quotes inside the words distinguish its output
 * from what is typed.
 */
const job = `bash -c 'trap "echo con""tinued" CONT; echo be""gun; while :; do sleep 1000 & wait $!; done'`;

describe("an interactive shell of docker run -it", () => {
	it.each([
		["in exec form", 'CMD ["bash"]'],
		["in shell form", "CMD bash"],
	])("%s has job control, with the init as without: Ctrl-Z, fg, Ctrl-C", async (_name, command) => {
		const pair = await buildPair(`FROM debian:bookworm-slim\n${command}\n`);
		for (const image of [pair.before, pair.after]) {
			const terminal = runOnTerminal(image);
			await terminal.waitFor("# ");
			terminal.type(job + enter);
			await terminal.waitFor("begun");
			terminal.type(suspend);
			await terminal.waitFor("Stopped");
			terminal.type(`fg${enter}`);
			await terminal.waitFor("continued");
			terminal.type(interrupt);
			await terminal.waitFor("# ");
			terminal.type(`echo st""atus=$?, on $(tty)${enter}`);
			await terminal.waitFor("status=130, on /dev/pts/0");
			terminal.type(`exit 7${enter}`);
			const { exitCode, output } = await terminal.result;
			expect(exitCode).toBe(7);
			expect(output).not.toContain("no job control");
		}
	});
});

describe("a program of docker run -it", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair('FROM busybox\nCMD ["sh", "-c", "echo ready; exec sleep 1000"]\n');
	});

	it.each([
		["Ctrl-C", interrupt, 130],
		["Ctrl-\\", quit, 131],
	])("is ended by %s, where it had no effect", async (name, key, code) => {
		const before = runOnTerminal(pair.before);
		await before.waitFor("ready");
		// The process is ash before it becomes sleep, and ash has a handler for Ctrl-C.
		await waitForProcesses(openContainer(before.id), ["sleep"]);
		before.type(key);
		// The terminal echoes the key after it has sent the signal.
		await before.waitFor("^");
		expect(await docker("inspect", "--format", "{{.State.Running}}", before.id)).toBe("true");
		await docker("kill", before.id);
		const after = runOnTerminal(pair.after);
		await after.waitFor("ready");
		await waitForProcesses(openContainer(after.id), ["pidone", "sleep"]);
		after.type(key);
		const { exitCode } = await after.result;
		tellMeasured(`exit code at ${name}`, `none, killed with ${(await before.result).exitCode}`, String(exitCode));
		expect(exitCode).toBe(code);
	});
});
