import type { SignalHandling } from "./read-status.ts";

/** A process of a container, before the container was stopped. */
export interface TrialProcess {
	/** Its PID in the container; undefined if only its PID on the engine's machine is known. */
	readonly pid?: number;
	readonly command: string;
	/** Whether it is the init or the main program; undefined for other processes. */
	readonly role?: "init" | "main";
	readonly isZombie?: boolean;
	/** The ID or name of its user. */
	readonly user?: string;
	/** What it does with the stop signal; undefined if that is not visible. */
	readonly handling?: SignalHandling;
	/** Whether it got the stop signal; undefined if that cannot be known from outside. */
	readonly gotSignal?: boolean;
	/** What is known about that, and about its end: a sentence without a full stop. */
	readonly onStop: string;
	/** Seconds from `stop` to its end, if that was observed. */
	readonly endedAfter?: number;
	/** Its resident memory in KB. */
	readonly memory?: number;
	readonly children: readonly TrialProcess[];
}

/** How a container ended. */
export interface End {
	/** Whether it was stopped, or had ended before that. */
	readonly how: "stopped" | "killed" | "by itself";
	readonly exitCode: number;
	/** From `stop`, or from the start if it ended by itself. */
	readonly seconds: number;
}

/** What happened to processes that lost their parent. */
export interface Orphans {
	/** How many the trial made. */
	readonly made: number;
	/** Why none were made. */
	readonly why?: string;
	/** All zombies in the container, including its own; undefined if they could not be counted. */
	readonly zombies?: number;
}

/** What showed that a container was up. */
export type ReadyBy = "log" | "healthcheck" | "port" | "time";

/** Whether and when a container was up. */
export type Readiness =
	| { readonly kind: "ready"; readonly by: ReadyBy; readonly detail: string; readonly seconds: number }
	| { readonly kind: "ended"; readonly seconds: number }
	| { readonly kind: "not ready"; readonly why: string };

/** What a container printed, line by line. */
export interface Output {
	readonly stdout: readonly string[];
	readonly stderr: readonly string[];
	/** Set if it printed more: these are its last lines. */
	readonly isCut?: true;
}

/** The measurement of one of the two containers. */
export interface Measurement {
	readonly image: {
		/** In bytes; undefined if the engine does not report it. */
		readonly size?: number;
	};
	readonly readiness: Readiness;
	/** The signal that `stop` sends. */
	readonly stopSignal?: string;
	/** PID 1 with its descendants; undefined if it had ended before it could be observed. */
	readonly processes?: TrialProcess;
	/** The source of the processes. */
	readonly processesFrom?: string;
	readonly orphans?: Orphans;
	readonly end?: End;
	/** Undefined if the engine keeps no log. */
	readonly output?: Output;
}
