import { word } from "./word";

/** The settings from the options and the environment. */
export namespace settings {
	/** Signals go to the child's process group. */
	export let group: bool = false;
	/** Signals go to every process. */
	export let all: bool = false;
	/** The child gets its own session, and the controlling terminal. */
	export let session: bool = false;
	/** This process adopts orphans although it is not PID 1. */
	export let subreaper: bool = false;
	/** Each reaped orphan causes a warning. */
	export let warnOnReap: bool = false;
	/** There is no main child: the init keeps a pod's namespaces open until it is stopped. */
	export let isPausing: bool = false;
	/** 0 fatal errors only, 1 warnings, 2 information, 3 debugging, 4 traces */
	export let verbosity: i32 = 1;
	/** 0: none */
	export let parentDeathSignal: i32 = 0;
	/** Milliseconds from the first forwarded stop signal to SIGKILL; 0: never. */
	export let killAfter: i32 = 0;
	/** Milliseconds that other processes get after the main child has ended; -1: not set. */
	export let grace: i32 = -1;
	/** Names of the programs whose orphans to end, or 0. */
	export let killOrphans: word = 0;
}
