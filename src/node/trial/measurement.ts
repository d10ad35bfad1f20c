import type { SignalHandling } from "./read-status.ts";

/** A process of a container, as it was before the container was stopped. */
export interface TrialProcess {
	/** Its number in the container; undefined if only the engine's numbers can be seen. */
	readonly pid?: number;
	readonly command: string;
	/** Whether it is the init, or what the container is for; undefined for others. */
	readonly role?: "init" | "main";
	readonly isZombie?: boolean;
	/** The number or name of its user. */
	readonly user?: string;
	/** What it does with the stop signal; undefined if that cannot be seen. */
	readonly handling?: SignalHandling;
	/** Whether it got the stop signal; undefined if that cannot be known from outside. */
	readonly gotSignal?: boolean;
	/** What is known of that, and of its end: a sentence without a full stop. */
	readonly onStop: string;
	/** Seconds from `stop` to its end, where that was seen. */
	readonly endedAfter?: number;
	/** In KB: what it has in memory. */
	readonly memory?: number;
	readonly children: readonly TrialProcess[];
}

/** How a container ended. */
export interface End {
	/** Whether it was stopped, or had ended before. */
	readonly how: "stopped" | "killed" | "by itself";
	readonly exitCode: number;
	/** From `stop`, or from the start where it ended by itself. */
	readonly seconds: number;
}

/** What became of processes that have lost their parent. */
export interface Orphans {
	/** How many were made for the trial. */
	readonly made: number;
	/** Why none were made. */
	readonly why?: string;
	/** All zombies in the container, including its own; undefined if they could not be counted. */
	readonly zombies?: number;
}

/** How it was known that a container is up. */
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
}

/** All that was measured of one of the two containers. */
export interface Measurement {
	readonly image: {
		/** In bytes; undefined if the engine does not say it. */
		readonly size?: number;
	};
	readonly readiness: Readiness;
	/** The signal that `stop` sends. */
	readonly stopSignal?: string;
	/** PID 1 with all others; undefined if it had ended before anybody looked. */
	readonly processes?: TrialProcess;
	/** Where the processes were read. */
	readonly processesFrom?: string;
	readonly orphans?: Orphans;
	readonly end?: End;
	/** Undefined if the engine keeps no log. */
	readonly output?: Output;
}
