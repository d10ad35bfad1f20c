/** The processes that the init knows by PID. */
export namespace processes {
	/** The init itself. */
	export let self: i32 = 0;
	/** The main child; 0 once it was reaped, since its PID may be reused. */
	export let child: i32 = 0;
	/** Whether the main child is stopped, as far as is known. */
	export let isStopped: bool = false;
	/** The process group that the main child leads, which may outlive it. */
	export let group: i32 = 0;
}
