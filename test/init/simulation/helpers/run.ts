import { makeFileCalls } from "./file-calls.ts";
import { Executed, Kernel, ORDINARY, type Surroundings, Violation } from "./kernel.ts";
import { EPERM, MICROSECOND } from "./linux.ts";
import type { Machine, SystemCalls } from "./machine.ts";
import { INDIFFERENT, type Observer } from "./observer.ts";
import { makeProcessCalls } from "./process-calls.ts";
import { Random } from "./random.ts";
import { makeSignalCalls } from "./signal-calls.ts";
import { webAssembly } from "./web-assembly.ts";

/** More calls than any history needs. */
const MAXIMAL_CALLS = 20_000;

export interface Start {
	readonly argv: readonly string[];
	readonly environment?: readonly string[];
	readonly surroundings?: Partial<Surroundings>;
	readonly random?: Random;
	readonly isLogging?: boolean;
	/** Schedules events. */
	readonly prepare?: (kernel: Kernel) => void;
	readonly observe?: (kernel: Kernel) => Observer;
}

export interface Run {
	readonly kernel: Kernel;
	/** The exit status of the init, or of a child that could not become its program. */
	readonly status: number | undefined;
	/** What the child has become. */
	readonly executed: Executed | undefined;
	/** What went wrong. */
	readonly violation: string | undefined;
}

/** Boots the init once, until it ends or its child becomes a program. */
export function run(machine: Machine, start: Start): Run {
	const {
		argv,
		environment = [],
		surroundings = {},
		random = new Random(1),
		isLogging = false,
		prepare,
		observe,
	} = start;
	const kernel = new Kernel({ ...ORDINARY, ...surroundings }, machine.memory, random, isLogging);
	kernel.observer = observe?.(kernel) ?? INDIFFERENT;
	prepare?.(kernel);
	try {
		machine.boot(argv, environment, makeCalls(kernel));
		return { kernel, status: undefined, executed: undefined, violation: "returns from its entry point" };
	} catch (error) {
		if (error instanceof Executed) return { kernel, status: undefined, executed: error, violation: undefined };
		// Here, the call that ends the process returns, to detect calls after it.
		const hasEnded = kernel.exitStatus !== undefined && error instanceof webAssembly.RuntimeError;
		return {
			kernel,
			status: kernel.exitStatus,
			executed: undefined,
			violation: hasEnded ? undefined : describe(error),
		};
	}
}

function describe(error: unknown): string {
	return error instanceof Violation
		? error.message
		: error instanceof Error
			? (error.stack ?? error.message)
			: String(error);
}

/** All system calls. Each takes some time, during which events happen. */
function makeCalls(kernel: Kernel): SystemCalls {
	const calls = { ...makeProcessCalls(kernel), ...makeSignalCalls(kernel), ...makeFileCalls(kernel) };
	let count = 0;
	const wrap = ([name, call]: [string, SystemCalls[string]]): [string, SystemCalls[string]] => [
		name,
		(...operands) => {
			if (kernel.exitStatus !== undefined) throw new Violation(`${name} after exit_group`);
			if (++count > MAXIMAL_CALLS) throw new Violation(`more than ${MAXIMAL_CALLS} system calls`);
			passTime(kernel);
			const result = kernel.surroundings.refused.includes(name) ? -EPERM : call(...operands);
			stayStopped(kernel);
			if (kernel.log !== undefined) kernel.tell(`${name}(${operands.join(", ")}) = ${result}`);
			return result;
		},
	];
	return Object.fromEntries(Object.entries(calls).map(wrap));
}

function stayStopped(kernel: Kernel): void {
	const { table, clock } = kernel;
	if (table.init.state !== "stopped") return;
	kernel.stoppedFrom = clock.now;
	kernel.whenStopped();
	while (table.init.state === "stopped" && clock.next < Number.POSITIVE_INFINITY) clock.advance(clock.next);
	kernel.continuedAt = clock.now;
}

/** A call takes about a microsecond; sometimes, another process runs first. */
function passTime({ clock, random }: Kernel): void {
	clock.advance(clock.now + (random.chance(2) ? random.integer(10, 300) * MICROSECOND : random.integer(200, 3000)));
}
