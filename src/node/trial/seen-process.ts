import type { SignalHandling } from "./read-status.ts";

/** A process of a container, as it is seen from outside. */
export interface SeenProcess {
	/** As the engine's machine numbers it. */
	readonly hostPid: number;
	/** Likewise. */
	readonly parent: number;
	/** In the container; undefined if that is not to be seen. */
	readonly pid?: number;
	readonly user: string;
	readonly isZombie: boolean;
	/** Its words; one text where it is not known where they end. */
	readonly command: readonly string[];
	/** In KB. */
	readonly memory?: number;
	readonly handling?: SignalHandling;
}

/** The processes of a container, and who says so. */
export interface SeenProcesses {
	readonly from: "/proc" | "top";
	/** PID 1 comes first. */
	readonly all: readonly SeenProcess[];
}
