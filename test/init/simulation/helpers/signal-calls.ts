import { type Kernel, Violation } from "./kernel.ts";
import { EAGAIN, EINTR, ENOSYS, SECOND, SI_CODE, SI_QUEUE, SI_VALUE, SIGCHLD } from "./linux.ts";
import type { SystemCalls } from "./machine.ts";
import { ALL } from "./pending-signals.ts";

const SIG_SETMASK = 2;
const CLOCK_MONOTONIC = 1;

/** System calls for signals and the clock. */
export function makeSignalCalls(kernel: Kernel): SystemCalls {
	const { memory } = kernel;
	return {
		rt_sigprocmask: (how, set, old) => {
			if (how !== SIG_SETMASK) throw new Violation(`rt_sigprocmask(${how})`);
			if (old !== 0) memory.write64(old, kernel.mask);
			kernel.mask = memory.read64(set);
			return 0;
		},
		rt_sigaction: (signal, action, old) => {
			if (signal !== SIGCHLD) throw new Violation(`rt_sigaction(${signal})`);
			if (old !== 0) memory.writeBytes(old, kernel.childAction);
			kernel.childAction = memory.readBytes(action, kernel.childAction.length);
			return 0;
		},
		...makeTimeCalls(kernel, memory.wordSize, ["rt_sigtimedwait", "clock_gettime"]),
		...makeTimeCalls(kernel, 8, ["rt_sigtimedwait_time64", "clock_gettime64"]),
	};
}

/** @param size the size in bytes of each of the two numbers that make up a time */
function makeTimeCalls(kernel: Kernel, size: 4 | 8, [waitName, clockName]: readonly [string, string]): SystemCalls {
	const { memory, clock, surroundings } = kernel;
	const isMissing = size > memory.wordSize && !surroundings.hasWideTimes;
	return {
		[waitName]: (set, info, timeout) => {
			if (isMissing) return -ENOSYS;
			const signals = memory.read64(set);
			const limit = timeout === 0 ? undefined : memory.readWord(timeout) * SECOND + memory.readWord(timeout + size);
			return waitForSignal(kernel, signals, limit, info);
		},
		[clockName]: (id, time) => {
			if (id !== CLOCK_MONOTONIC) throw new Violation(`clock_gettime(${id}): this clock can jump`);
			if (isMissing) return -ENOSYS;
			memory.writeWord(time, Math.floor(clock.now / SECOND));
			memory.writeWord(time + size, clock.now % SECOND);
			return 0;
		},
	};
}

function waitForSignal(kernel: Kernel, set: bigint, timeout: number | undefined, info: number): number {
	const { observer, pending, memory } = kernel;
	// Only the init's check for its own SIGPIPE waits for fewer signals.
	if (set !== ALL) {
		kernel.hasOwnPipeSignal = false;
		return pending.take(set) || -EAGAIN;
	}
	observer.waits(timeout);
	if (pending.isEmpty && kernel.isInterrupted) return -EINTR;
	const signal = sleep(kernel, timeout);
	if (signal > 0) {
		const value = pending.takenValue;
		memory.write32(info, signal);
		memory.write32(info + SI_CODE, value === undefined ? 0 : SI_QUEUE);
		memory.write32(info + SI_VALUE, value ?? 0);
		observer.taken(signal, value);
	} else if (signal === -EAGAIN) observer.timedOut();
	return signal;
}

/** Lets time pass until a signal arrives or the timeout is over. */
function sleep(kernel: Kernel, timeout: number | undefined): number {
	const { clock, pending, table } = kernel;
	const deadline = clock.now + (timeout ?? Number.POSITIVE_INFINITY);
	for (;;) {
		const signal = pending.take(ALL);
		if (signal !== 0) return signal;
		if (clock.now >= deadline) return -EAGAIN;
		if (table.init.state === "stopped") return -EINTR;
		if (clock.next === Number.POSITIVE_INFINITY && timeout === undefined) kernel.whenIdle();
		advance(kernel, Math.min(clock.next, deadline));
	}
}

function advance({ clock, pending }: Kernel, time: number): void {
	if (time < Number.POSITIVE_INFINITY) clock.advance(time);
	else if (pending.isEmpty) throw new Violation("waits for ever");
}
