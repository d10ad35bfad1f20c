import { traitsOf } from "./distros.ts";
import type { ImageFacts } from "./facts.ts";

/** A fact on which two sources disagree. */
export interface FactDifference {
	/** The instruction that declares it, or what decides how an init is installed. */
	readonly fact: "ENTRYPOINT" | "CMD" | "USER" | "SHELL" | "STOPSIGNAL" | "distribution";
	readonly stated: string;
	readonly found: string;
}

/**
 * Compares the stated facts about an image with those that were found. Ignores a CMD or SHELL that varies, and facts
 * that only one side can know: the environment, and whether a program must be PID 1. Compares the distribution only if
 * the image's files were read.
 */
export function compareFacts(stated: ImageFacts, found: ImageFacts): FactDifference[] {
	const pairs: readonly (readonly [FactDifference["fact"], string | undefined, string | undefined])[] = [
		["ENTRYPOINT", JSON.stringify(stated.entrypoint), JSON.stringify(found.entrypoint)],
		["CMD", stated.cmd && JSON.stringify(stated.cmd), found.cmd && JSON.stringify(found.cmd)],
		["USER", userOf(stated), userOf(found)],
		["SHELL", stated.shell && JSON.stringify(stated.shell), found.shell && JSON.stringify(found.shell)],
		["STOPSIGNAL", signalOf(stated), signalOf(found)],
		["distribution", distributionOf(stated), distributionOf(found)],
	];
	return pairs.flatMap(([fact, left, right]) =>
		left === undefined || right === undefined || left === right ? [] : [{ fact, stated: left, found: right }],
	);
}

const ROOT = /^(?:root|0)(?::(?:root|0))?$/;

function userOf({ user }: ImageFacts): string {
	return ROOT.test(user) ? "root" : user;
}

function signalOf({ stopSignal }: ImageFacts): string {
	return stopSignal === "15" ? "SIGTERM" : stopSignal.replace(/^(?=[A-Z])(?!SIG)/, "SIG");
}

/** Images without a shell may have the os-release of the distribution that their files come from. */
function distributionOf({ distro, files }: ImageFacts): string | undefined {
	if (traitsOf({ distro, files }).hasShell === false) return "without a shell";
	return distro === "other" || distro === "busybox" ? undefined : distro;
}
