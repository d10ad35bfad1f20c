// The value that sigqueue(3) sends with a signal reaches the main child. Shells can neither send nor read such a value.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compileInit } from "../../../src/init/compiler/compile.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { describeInits } from "./helpers/describe-inits.ts";
import { binFolder, type Personality } from "./helpers/inits.ts";
import { startAsPid1 } from "./helpers/processes.ts";
import { optionsFor } from "./helpers/signal-numbers.ts";

/**
 * `queue PID SIGNAL VALUE` sends a signal. `queue` alone prints the number of the signal that it gets and the value
 * that came with it, if any, and exits.
 */
const source = `
import { load32, loadWord, store32, text, zeroed } from "pidone/init/native";
import { compose } from "pidone/init/output";
import { parseNumber } from "pidone/init/parse";
import * as sys from "pidone/init/sys";
import { lengthOf } from "pidone/init/text";
import { packed } from "pidone/init/native";

function print(text: i64): void {
	sys.write(1, text, lengthOf(text));
}

function send(argv: i64): void {
	const info = zeroed("info", 128);
	store32(info + 8, -1);
	store32(info + 24, parseNumber(loadWord(argv + 16), 1000000));
	const pid = parseNumber(loadWord(argv), 10000000);
	sys.exit_group(-sys.rt_sigqueueinfo(pid, parseNumber(loadWord(argv + 8), 64), info));
}

export function start(stack: i64): void {
	if (loadWord(stack) == 4) send(stack + 16);
	const all = zeroed("all", 8);
	const info = zeroed("info", 128);
	store32(all, -1);
	store32(all + 4, -1);
	sys.rt_sigprocmask(2, all, 0, 8);
	print(text("ready\\n"));
	const signal = sys.rt_sigtimedwait(all, info, 0, 8);
	print(compose(packed("signal %d, "), 0, signal));
	if (load32(info + 8) == -1) print(compose(packed("value %d\\n"), 0, load32(info + 24)));
	else print(text("no value\\n"));
	sys.exit_group(0);
}
`;

const queue = join(binFolder, "queue");
beforeAll(async () => {
	const folder = new URL("../../../src/init/program/", import.meta.url);
	const library = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
	const amd64 = targets.filter(({ name }) => name === "amd64");
	const [program] = await compileInit("queue.ts", new Map([["queue.ts", source]]), library, amd64);
	writeFileSync(queue, program?.elf ?? "", { mode: 0o755 });
});

type Row = readonly [options: readonly string[], sent: number, got: string];

const ROWS: Readonly<Record<Personality, readonly Row[]>> = {
	pidone: [
		[[], 10, "signal 10, value 42"],
		[[], 40, "signal 40, value 42"],
		[["-r", "10:12"], 10, "signal 12, value 42"],
		[["--delay", "10=0.1"], 10, "signal 10, value 42"],
		// The kernel cannot send a value to a group.
		[["-g"], 10, "signal 10, no value"],
	],
	tini: [
		[[], 10, "signal 10, value 42"],
		[["-g"], 40, "signal 40, no value"],
	],
	catatonit: [
		[[], 10, "signal 10, value 42"],
		[["-g"], 40, "signal 40, no value"],
	],
	"dumb-init": [
		[["-c"], 10, "signal 10, value 42"],
		[["-c", "-r", "10:12"], 10, "signal 12, value 42"],
		[[], 40, "signal 40, no value"],
	],
};

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	it.skipIf(init.isReference).each(ROWS[init.personality])("%j: sent %i, got %s", async (options, sent, got) => {
		const running = startAsPid1(init, [...optionsFor(init, options), queue]);
		await running.readUntil(/^ready$/);
		expect(spawnSync(queue, [`${running.findPid(1)}`, `${sent}`, "42"]).status).toBe(0);
		expect(await running.readLine()).toBe(got);
	});

	it("a signal that was sent by kill(2) has no value", async () => {
		const running = startAsPid1(init, [queue]);
		await running.readUntil(/^ready$/);
		process.kill(running.findPid(1), 10);
		expect(await running.readLine()).toBe("signal 10, no value");
	});
});
