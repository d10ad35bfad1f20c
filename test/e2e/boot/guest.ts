/**
 * The source, for `pidone compile`, of the program that the init starts in a virtual machine. It must not run anywhere
 * else, because it sends signals to process 1. It prints the signals that it gets back. Then it leaves an orphan, and
 * exits with status 6.
 */
export const GUEST = `
import { load32, packed, store32, storeWord, text, zeroed } from "pidone/init/native";
import { compose } from "pidone/init/output";
import * as sys from "pidone/init/sys";
import { lengthOf } from "pidone/init/text";
import { word } from "pidone/init/word";

/** TCSBRK with an argument, which is tcdrain(3): include/uapi/asm-generic/ioctls.h. */
const TCSBRK: i32 = 0x5409;

/**
 * One call for each line: the init writes to the same console. The init drops its own lines while 256 bytes wait for
 * a slow console, so nothing else happens before the console has printed this one.
 */
function print(line: word): void {
	sys.write(1, line, lengthOf(line));
	sys.ioctl(1, TCSBRK, 1);
}

function others(): word {
	return zeroed("guest: every signal but SIGCHLD", 8);
}

function info(): word {
	return zeroed("guest: siginfo_t", 128);
}

function expectSignal(): void {
	print(compose(packed("guest: signal %d\\n"), 0, sys.rt_sigtimedwait(others(), info(), 0, 8)));
	if (load32(info() + 8) == -1) print(compose(packed("guest: with %d\\n"), 0, load32(info() + 24)));
}

/** Its child outlives it, and is adopted. */
function leaveOrphan(): void {
	const pid = sys.fork();
	if (pid != 0) {
		sys.wait4(pid, 0, 0, 0);
		return;
	}
	if (sys.fork() == 0) queue(12, sys.getpid());
	sys.exit_group(0);
}

function queue(signal: i32, value: i32): void {
	store32(info() + 8, -1);
	store32(info() + 24, value);
	sys.rt_sigqueueinfo(1, signal, info());
}

function waitUntilReaped(pid: i32): void {
	const pause = zeroed("guest: pause", 16);
	storeWord(pause + 8, 10_000_000);
	while (sys.kill(pid, 0) == 0) sys.ppoll(0, 0, pause, 0, 8);
}

export function start(stack: word): void {
	storeWord(others(), ~(1 << 16));
	sys.rt_sigprocmask(2, others(), 0, 8);
	print(text("guest: runs\\n"));
	sys.kill(1, 10);
	expectSignal();
	queue(40, 42);
	expectSignal();
	leaveOrphan();
	expectSignal();
	waitUntilReaped(load32(info() + 24));
	sys.exit_group(6);
}
`;
