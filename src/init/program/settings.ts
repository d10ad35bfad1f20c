import { word } from "./word";

/** What the options and the environment ask for. */
export namespace settings {
	/** Signals go to the child's process group. */
	export let group: bool = false;
	/** Signals go to every process. */
	export let all: bool = false;
	/** The child gets its own session, and the controlling terminal. */
	export let session: bool = false;
	/** Orphans come to this process although it is not PID 1. */
	export let subreaper: bool = false;
	/** Each orphan that was reaped is worth a warning. */
	export let warnOnReap: bool = false;
	/** There is no main child: the init holds a pod's namespaces until it is told to stop. */
	export let isPausing: bool = false;
	/** 0 fatal errors only, 1 warnings, 2 information, 3 debugging, 4 traces */
	export let verbosity: i32 = 1;
	/** 0: none */
	export let parentDeathSignal: i32 = 0;
	/** Milliseconds from the first forwarded stop signal to SIGKILL; 0: never. */
	export let killAfter: i32 = 0;
	/** Milliseconds that other processes have after the main child's end; -1: not set. */
	export let grace: i32 = -1;
	/** Names of programs whose orphans are ended, or 0. */
	export let killOrphans: word = 0;
}
