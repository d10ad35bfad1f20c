import { describe, it } from "vitest";
import { isEmulating } from "../../compiler/running/describe-cpus.ts";
import { type Init, keepBinFolder, listInits, type Personality } from "./inits.ts";
import { namespace, noNamespace } from "./namespace.ts";
import { killAtEnd } from "./processes.ts";
import { tellSkipped } from "./skip.ts";

/**
 * Defines the same tests for each personality on each platform. Tests that mostly wait for a clock may run at the same
 * time.
 */
export const describeInits = (
	personalities: readonly Personality[],
	define: (init: Init) => void,
	{ concurrent = false } = {},
): void => {
	if (namespace === undefined) tellSkipped("everything", noNamespace);
	keepBinFolder();
	killAtEnd();
	const inits = listInits(personalities);
	// qemu-user loses a signal that arrives just before rt_sigtimedwait. Once in thousands of times, a test notices.
	const retry = isEmulating ? 2 : 0;
	if (inits.length > 0)
		describe.skipIf(namespace === undefined).each(inits)("%s", { concurrent, retry }, (_label, init) => define(init));
	else {
		const binary = process.env.PIDONE_INIT_BINARY;
		it.skip(binary === undefined ? "no emulator is installed" : `nothing here for ${binary}`, () => undefined);
	}
};

/** Whether an init can become a subreaper here. */
export const canSubreap = (init: Init): boolean => {
	if (init.isEmulated)
		tellSkipped(`${init.platform} as a subreaper`, "qemu-user before version 8 refuses prctl(PR_SET_CHILD_SUBREAPER)");
	return !init.isEmulated;
};
