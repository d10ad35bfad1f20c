import type { CommandStep } from "./command-chain.ts";
import { signalName } from "./stop-signals.ts";

/** Signals that people stop containers with. */
const USUAL = ["SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP"];

/**
 * How a shell handles the signal with which its container is stopped.
 * @param traps the signals for which it has a trap
 * @param isBash only bash runs a trap for EXIT when a signal ends it (its sig.c)
 * @param stopSignal undefined if it is not known
 * @param before the programs that start the shell
 */
export function readTraps(
	traps: ReadonlySet<string>,
	isBash: boolean,
	stopSignal: string | undefined,
	before: readonly CommandStep[],
): Pick<CommandStep, "hasTrap" | "hasExitTrap"> {
	if (traps.size === 0) return { hasTrap: false, hasExitTrap: false };
	const names = [...traps].map(signalName);
	const isRewritten = before.some(({ invocation }) => invocation?.options.some(({ name }) => name === "-r"));
	const sent = stopSignal === undefined || isRewritten ? USUAL : [signalName(stopSignal)];
	const hasTrap = names.some((name) => sent.includes(name));
	return { hasTrap, hasExitTrap: isBash && !hasTrap && (traps.has("EXIT") || traps.has("0")) };
}
