import { Clock } from "./clock.ts";
import { SECOND, SIGPIPE } from "./linux.ts";
import type { Memory } from "./memory.ts";
import { INDIFFERENT, type Observer } from "./observer.ts";
import { PendingSignals } from "./pending-signals.ts";
import { type Nature, PLAIN, type Process } from "./process.ts";
import { ProcessTable } from "./process-table.ts";
import type { Random } from "./random.ts";
import { Terminal } from "./terminal.ts";

/**
 * What happens to a write: all or part of it is written; the descriptor is closed; a pipe has no reader; the disk is
 * full; a pipe is full because nobody reads it.
 */
export type Output = "open" | "short" | "closed" | "broken" | "full" | "stuck";

/** The conditions in which the init starts. */
export interface Surroundings {
	readonly pid: number;
	/** Seconds since the machine started. */
	readonly uptime: number;
	/** Whether it is already a child subreaper. */
	readonly isSubreaper: boolean;
	/** Stdin: nothing, a file, or the controlling terminal of the init's session. */
	readonly stdin: "closed" | "file" | "terminal";
	/** Whether it leads its session. */
	readonly isLeader: boolean;
	/** Whether its group is the terminal's foreground group. */
	readonly isForeground: boolean;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly hasProc: boolean;
	/** In bytes: the kernel generates a file of /proc page by page. */
	readonly pageSize: number;
	/** Signals that are blocked at the start: bit n - 1 is signal n. */
	readonly mask: bigint;
	readonly ignoresSigchld: boolean;
	/** Whether there are system calls with 64-bit times, which 32-bit CPUs need after 2038: since Linux 5.1. */
	readonly hasWideTimes: boolean;
	/** What fork returns: the child's PID in the parent; 0 in the child; minus errno. */
	readonly fork: "parent" | "child" | number;
	/** Whether pwritev2 supports RWF_NOWAIT for what the init writes to: for pipes, since Linux 6.4. */
	readonly hasNowait: boolean;
	/** What prctl returns for PR_SET_CHILD_SUBREAPER. */
	readonly subreaperResult: number;
	/** System calls that a seccomp filter rejects. */
	readonly refused: readonly string[];
	/** How many of the interruptible calls are interrupted. */
	readonly interruptedPercent: number;
	/** The name of the main child in /proc/PID/comm. */
	readonly name: string;
	/** What execve returns. */
	readonly execute: (path: string) => number;
}

export const ORDINARY: Surroundings = {
	pid: 1,
	uptime: 1000,
	isSubreaper: false,
	stdin: "file",
	isLeader: true,
	isForeground: true,
	stdout: "open",
	stderr: "open",
	hasProc: true,
	pageSize: 4096,
	mask: 0n,
	ignoresSigchld: false,
	hasWideTimes: true,
	hasNowait: true,
	fork: "parent",
	subreaperResult: 0,
	refused: [],
	interruptedPercent: 0,
	name: "main",
	execute: () => 0,
};

/** A mistake that the init made. */
export class Violation extends Error {}

/** Thrown when the child becomes its program. */
export class Executed {
	readonly path: string;
	readonly argv: readonly string[];
	readonly environment: readonly string[];

	constructor(path: string, argv: readonly string[], environment: readonly string[]) {
		this.path = path;
		this.argv = argv;
		this.environment = environment;
	}
}

/** The state of the simulated kernel. */
export class Kernel {
	readonly surroundings: Surroundings;
	readonly memory: Memory;
	readonly random: Random;
	observer: Observer = INDIFFERENT;
	readonly clock: Clock;
	readonly pending = new PendingSignals();
	readonly table: ProcessTable;
	readonly terminal: Terminal;
	/** The caller of system calls: the init, or its child once fork has returned 0. */
	current: Process;
	main: Process | undefined;
	/** The blocked signals of the caller, and its action for SIGCHLD. */
	mask: bigint;
	childAction: Buffer;
	folder = "/srv";
	parentDeathSignal = 0;
	exitStatus: number | undefined;
	/** Whether a pending SIGPIPE comes only from the init's own writes. */
	hasOwnPipeSignal = false;
	/** When the init was last stopped, and when it continued. */
	stoppedFrom = Number.NEGATIVE_INFINITY;
	continuedAt = Number.NEGATIVE_INFINITY;
	/** Called when the init stops: somebody has to continue it. */
	whenStopped: () => void = () => {};
	/** What was written, by descriptor. */
	readonly written: Record<number, string> = { 1: "", 2: "" };
	/** Lines, if the run is logged. */
	readonly log: string[] | undefined;
	mainNature: Nature = PLAIN;
	/** Called when the init has created its child. */
	whenForked: (child: Process) => void = () => {};
	/** Called when there are no more events. */
	whenIdle: () => void = () => {};

	constructor(surroundings: Surroundings, memory: Memory, random: Random, isLogging: boolean) {
		const { pid, uptime, isSubreaper, isLeader, isForeground, stdin, mask, ignoresSigchld } = surroundings;
		this.surroundings = surroundings;
		this.memory = memory;
		this.random = random;
		this.log = isLogging ? [] : undefined;
		this.clock = new Clock(uptime * SECOND);
		this.table = new ProcessTable(pid, this.clock, this.pending, (line) => this.tell(line));
		this.table.isReaper ||= isSubreaper;
		this.current = this.table.init;
		const { init } = this.table;
		if (!isLeader) init.session = OUTER_SESSION;
		const session = stdin === "terminal" ? init.session : undefined;
		this.terminal = new Terminal(session, isForeground ? init.group : { id: OUTER_SESSION });
		this.mask = mask;
		this.childAction = Buffer.alloc(memory.wordSize * 3 + 8);
		if (ignoresSigchld) this.childAction[0] = 1;
	}

	/** Writes a line to the log. */
	tell(line: string): void {
		this.log?.push(`${this.time.padStart(14)}  ${line}`);
	}

	/** Seconds since the start, to the microsecond. */
	get time(): string {
		return (this.clock.now / SECOND - this.surroundings.uptime).toFixed(6);
	}

	/** Whether an interruptible call is interrupted. */
	get isInterrupted(): boolean {
		return this.random.chance(this.surroundings.interruptedPercent);
	}

	/** Sends the init a signal from outside. @param value the value that sigqueue(3) sends with it */
	signalInit(signal: number, value?: number): void {
		this.tell(`signal ${signal} comes${value === undefined ? "" : ` with ${value}`}`);
		if (signal === SIGPIPE) this.hasOwnPipeSignal = false;
		this.table.signal(this.table.init, signal, value);
	}
}

const OUTER_SESSION = 900;
