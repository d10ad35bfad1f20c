import { describe, it } from "vitest";
import { type Init, listInits, type Personality } from "./inits.ts";
import { namespace, noNamespace } from "./namespace.ts";
import { tellSkipped } from "./skip.ts";

/**
 * Defines the same tests for each personality on each platform. Those that mostly wait for a clock may run at the same
 * time.
 */
export const describeInits = (
	personalities: readonly Personality[],
	define: (init: Init) => void,
	{ concurrent = false } = {},
): void => {
	if (namespace === undefined) tellSkipped("everything", noNamespace);
	const inits = listInits(personalities);
	for (const isEmulated of [false, true]) {
		// qemu-user loses a signal that comes just in front of rt_sigtimedwait; once in thousands of times that is seen.
		const retry = isEmulated ? 2 : 0;
		const some = inits.filter(([, init]) => init.isEmulated === isEmulated);
		if (some.length > 0)
			describe.skipIf(namespace === undefined).each(some)("%s", { concurrent, retry }, (_label, init) => define(init));
	}
	if (inits.length === 0) it.skip(`nothing here for ${process.env.PIDONE_INIT_BINARY}`, () => undefined);
};

/** Whether an init can become a subreaper here. */
export const canSubreap = (init: Init): boolean => {
	if (init.isEmulated)
		tellSkipped(`${init.platform} as a subreaper`, "qemu-user before version 8 refuses prctl(PR_SET_CHILD_SUBREAPER)");
	return !init.isEmulated;
};
