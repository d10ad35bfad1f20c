import type { SignalHandling } from "./read-status.ts";

/** A process of a container, as observed from outside. */
export interface SeenProcess {
	/** Its PID on the engine's machine. */
	readonly hostPid: number;
	/** The PID of its parent on the engine's machine. */
	readonly parent: number;
	/** Its PID in the container; undefined if that is not visible. */
	readonly pid?: number;
	readonly user: string;
	readonly isZombie: boolean;
	/** Its words, or a single text if their boundaries are unknown. */
	readonly command: readonly string[];
	/** In KB. */
	readonly memory?: number;
	readonly handling?: SignalHandling;
}

/** The processes of a container, and where they were read. */
export interface SeenProcesses {
	readonly from: "/proc" | "top";
	/** PID 1 comes first. */
	readonly all: readonly SeenProcess[];
}
