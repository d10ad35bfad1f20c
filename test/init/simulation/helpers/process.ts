/** A process group, which exists as long as it has members; its number may be reused after that. */
export interface Group {
	readonly id: number;
}

/** How a process reacts to signals. */
export interface Nature {
	/** "graceful": ends some time after a stop signal; "deaf": ignores signals. */
	readonly response: "default" | "deaf" | "graceful";
	/** Nanoseconds until a graceful process ends. */
	readonly delay: number;
	/** Its exit status then. */
	readonly code: number;
	/** Whether it reaps its children. */
	readonly doesReap: boolean;
	/** Whether it belongs to another user, so that the init may not signal it. */
	readonly isForeign: boolean;
}

export interface Process {
	readonly pid: number;
	readonly name: string;
	readonly nature: Nature;
	/** undefined: outside of the tree of the init. */
	parent: Process | undefined;
	readonly children: Set<Process>;
	group: Group;
	session: number;
	state: "running" | "stopped" | "zombie" | "gone";
	/** Between fork and exec the init's child blocks all signals. */
	isReady: boolean;
	/** Signals that are pending until it is ready, or continued. */
	readonly waiting: number[];
	/** As in <sys/wait.h>, once it has ended. */
	waitStatus: number;
	/** The signal of a stop that wait4 has not reported yet; 0 for none. */
	stopReport: number;
	/** Virtual nanoseconds. */
	endedAt: number;
	/** When it became the init's child by losing its parent. */
	adoptedAt: number | undefined;
}

export const PLAIN: Nature = { response: "default", delay: 0, code: 0, doesReap: true, isForeign: false };
