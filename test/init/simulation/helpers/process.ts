/** A process group is the same as long as it has members; its number may be another's afterwards. */
export interface Group {
	readonly id: number;
}

/** What a process does about signals that it could handle. */
export interface Nature {
	/** With "graceful", stop signals make it end by itself after some time; "deaf" takes no notice of any. */
	readonly response: "default" | "deaf" | "graceful";
	/** Nanoseconds until a graceful process has ended. */
	readonly delay: number;
	/** The status that it ends with then. */
	readonly code: number;
	/** Whether it reaps its children, as far as they are not the init's. */
	readonly doesReap: boolean;
	/** Whether it belongs to another user, so that the init may not signal it. */
	readonly isForeign: boolean;
}

export interface Process {
	readonly pid: number;
	readonly name: string;
	readonly nature: Nature;
	/** `undefined`: outside of what the init could ever be responsible for. */
	parent: Process | undefined;
	readonly children: Set<Process>;
	group: Group;
	session: number;
	state: "running" | "stopped" | "zombie" | "gone";
	/** Between fork and exec the init's child blocks all signals. */
	isReady: boolean;
	/** Signals that wait until it is ready, or continued. */
	readonly waiting: number[];
	/** As in <sys/wait.h>, once it has ended. */
	waitStatus: number;
	/** The signal of a stop that nobody waited for yet; 0 for none. */
	stopReport: number;
	/** Virtual nanoseconds. */
	endedAt: number;
	/** When it became the init's child by losing its parent. */
	adoptedAt: number | undefined;
}

export const PLAIN: Nature = { response: "default", delay: 0, code: 0, doesReap: true, isForeign: false };
