/** The processes that the init knows by number. */
export namespace processes {
	/** The init itself. */
	export let self: i32 = 0;
	/** The main child: the leader of its process group. */
	export let child: i32 = 0;
	/** Whether the main child was reaped: its number may be another process's now. */
	export let hasEnded: bool = false;
}
