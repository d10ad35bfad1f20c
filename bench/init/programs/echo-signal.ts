import { loadWord, store32, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { W, word } from "pidone/init/word";
import { now } from "./clock";
import { flush, parseNumber, putNumber } from "./output";

const SIGUSR1: i32 = 10;
const SIG_SETMASK: i32 = 2;

/**
 * echo-signal COUNT: sends PID 1 a signal and waits until it comes back, over and over. Prints how many nanoseconds
 * each signal took.
 */
export function start(stack: word): void {
	const set = zeroed("set", 8);
	store32(set, 1 << (SIGUSR1 - 1));
	sys.rt_sigprocmask(SIG_SETMASK, set, 0, 8);
	for (let left = parseNumber(loadWord(stack + 2 * W)); left > 0; left--) {
		const begin = now();
		sys.kill(1, SIGUSR1);
		sys.rt_sigtimedwait(set, 0, 0, 8);
		putNumber(now() - begin, 10 /* line feed */);
	}
	flush();
	sys.exit_group(0);
}
