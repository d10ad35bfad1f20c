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
 * What becomes of a write: all or a part is taken; a closed descriptor; a pipe without reader; a full disk;
 * a pipe that is full, since nobody reads it. */
export type Output = "open" | "short" | "closed" | "broken" | "full" | "stuck";

/** The surroundings that the init is started in. */
export interface Surroundings {
	readonly pid: number;
	/** Seconds since the machine was started. */
	readonly uptime: number;
	/** Whether it is a child subreaper already. */
	readonly isSubreaper: boolean;
	/** What stdin is: nothing at all, no terminal, or the controlling terminal of the init's session. */
	readonly stdin: "closed" | "file" | "terminal";
	/** Whether it leads its session. */
	readonly isLeader: boolean;
	/** Whether its group is the terminal's foreground group. */
	readonly isForeground: boolean;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly hasProc: boolean;
	/** Bytes: a file of /proc is made page by page. */
	readonly pageSize: number;
	/** Signals that are blocked at the start: bit n - 1 is signal n. */
	readonly mask: bigint;
	readonly ignoresSigchld: boolean;
	/** Whether it has the calls with times of 64 bits that CPUs of 32 bits need after 2038: Linux has since 5.1. */
	readonly hasWideTimes: boolean;
	/** What fork answers: the child's number in the parent; 0 in the child; minus errno. */
	readonly fork: "parent" | "child" | number;
	/** Whether pwritev2 knows RWF_NOWAIT for what the init writes to: Linux does for pipes since 6.4. */
	readonly hasNowait: boolean;
	/** What prctl answers to PR_SET_CHILD_SUBREAPER. */
	readonly subreaperResult: number;
	/** System calls that a filter (seccomp) refuses. */
	readonly refused: readonly string[];
	/** How many of the calls that can be interrupted are. */
	readonly interruptedPercent: number;
	/** What /proc/PID/comm says of the main child. */
	readonly name: string;
	/** What execve answers. */
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

/** What a run shows to be wrong. */
export class Violation extends Error {}

/** Thrown where the child has become its program. */
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

/** The state of the model. */
export class Kernel {
	readonly surroundings: Surroundings;
	readonly memory: Memory;
	readonly random: Random;
	observer: Observer = INDIFFERENT;
	readonly clock: Clock;
	readonly pending = new PendingSignals();
	readonly table: ProcessTable;
	readonly terminal: Terminal;
	/** Who makes the system calls: the init, or its child once fork has answered 0. */
	current: Process;
	main: Process | undefined;
	/** Of the process that makes the calls: its blocked signals, and its action for SIGCHLD. */
	mask: bigint;
	childAction: Buffer;
	folder = "/srv";
	parentDeathSignal = 0;
	exitStatus: number | undefined;
	/** Whether a waiting SIGPIPE comes from the init's own writes only. */
	hasOwnPipeSignal = false;
	/** When the init was stopped last, and when it went on. */
	stoppedFrom = Number.NEGATIVE_INFINITY;
	continuedAt = Number.NEGATIVE_INFINITY;
	/** Called when the init stops: somebody has to continue it. */
	whenStopped: () => void = () => {};
	/** What was written, by descriptor. */
	readonly written: Record<number, string> = { 1: "", 2: "" };
	/** Lines, when they are asked for. */
	readonly log: string[] | undefined;
	mainNature: Nature = PLAIN;
	/** Called when the init's child was made. */
	whenForked: (child: Process) => void = () => {};
	/** Called when nothing would ever happen again. */
	whenIdle: () => void = () => {};

	constructor(surroundings: Surroundings, memory: Memory, random: Random, isLogging: boolean) {
		const { pid, uptime, isSubreaper, isLeader, isForeground, stdin, mask, ignoresSigchld } = surroundings;
		this.surroundings = surroundings;
		this.memory = memory;
		this.random = random;
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

	/** Whether a call that can be interrupted is. */
	get isInterrupted(): boolean {
		return this.random.chance(this.surroundings.interruptedPercent);
	}

	/** A signal for the init from outside. @param value what sigqueue(3) sends with it */
	signalInit(signal: number, value?: number): void {
		this.tell(`signal ${signal} comes${value === undefined ? "" : ` with ${value}`}`);
		if (signal === SIGPIPE) this.hasOwnPipeSignal = false;
		this.table.signal(this.table.init, signal, value);
	}
}

const OUTER_SESSION = 900;
