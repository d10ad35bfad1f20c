import * as sys from "./sys";

/** Ends the process. */
export function exit(status: i32): void {
	sys.exit_group(status);
	unreachable();
}
