import type { CommandStep } from "../command/command-chain.ts";
import { baseName } from "../inits/invocation.ts";

/** What happens to a program that cannot start another one where it is, and to the other one. */
export interface StartFault {
	readonly parent: string;
	readonly child: string;
}

/**
 * Why a program does not run another one as it should; undefined if it does, or that is unknown. Measured.
 * @param step a program whose child comes next
 * @param isPid1 whether it is PID 1
 * @param isMain whether the container ends with it: PID 1, and the child of an init
 */
export function findStartFault({ argv }: CommandStep, isPid1: boolean, isMain: boolean): StartFault | undefined {
	switch (baseName(argv[0] ?? "")) {
		case "setsid":
			return isMain && !argv.some((word) => /^(?:-[cf]*w[cfw]*|--wait)$/.test(word)) ? SETSID : undefined;
		case "xvfb-run":
			return isPid1 ? XVFB : undefined;
		default:
			return undefined;
	}
}

const SETSID: StartFault = {
	parent: "ends as soon as it has started its program, because it leads its process group: setsid -w would wait",
	child: "is killed at once, with the container",
};

const XVFB: StartFault = {
	parent: "waits for a signal that Xvfb does not send to PID 1",
	child: "is never started",
};
