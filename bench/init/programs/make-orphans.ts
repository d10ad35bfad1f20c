import { loadWord, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { W, word } from "pidone/init/word";
import { now } from "./clock";
import { flush, parseNumber, putNumber } from "./output";
import { countOthers, readRunTime, waitUntilAlone } from "./reaped";

const SIGKILL: i32 = 9;

/**
 * make-orphans COUNT [storm]: leaves that many dead orphans to PID 1, one after the other, or all at the same moment.
 * Prints how many nanoseconds pass until PID 1 has reaped them all, how many are left after some seconds, and for how
 * many nanoseconds PID 1 was on a CPU.
 */
export function start(stack: word): void {
	const count = parseNumber(loadWord(stack + 2 * W));
	const isStorm = loadWord(stack) > 2;
	let begin = now();
	if (isStorm) begin = makeStorm(count);
	else for (let left = count; left > 0; left--) makeOrphan();
	waitUntilAlone();
	putNumber(now() - begin, 32 /* space */);
	putNumber(countOthers(), 32 /* space */);
	putNumber(readRunTime(), 10 /* line feed */);
	flush();
	sys.exit_group(0);
}

function makeOrphan(): void {
	const parent = sys.fork();
	if (parent == 0) {
		sys.fork();
		sys.exit_group(0);
	}
	sys.wait4(parent, 0, 0, 0);
}

/** @returns when they were killed */
function makeStorm(count: i32): i64 {
	const leader = sys.fork();
	if (leader == 0) {
		sys.setpgid(0, 0);
		for (let left = count; left > 0; left--)
			if (sys.fork() == 0) while (true) sys.rt_sigtimedwait(zeroed("no signal", 8), 0, 0, 8);
		sys.exit_group(0);
	}
	sys.wait4(leader, 0, 0, 0);
	const begin = now();
	sys.kill(-leader, SIGKILL);
	return begin;
}
