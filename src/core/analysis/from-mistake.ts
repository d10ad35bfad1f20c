import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { normalizePlatform } from "../platform.ts";
import type { Base } from "./base.ts";
import { describeFromName, expandFromName } from "./from-name.ts";
import type { GlobalsOf } from "./globals.ts";
import type { Mistake } from "./mistake.ts";

/** What a FROM depends on. */
export interface FromContext {
	readonly dockerfile: Dockerfile;
	readonly platforms: readonly string[];
	readonly globalsOf: GlobalsOf;
}

/**
 * What BuildKit rejects in a FROM, and in the ARGs that it uses, whichever stage is built. A FROM that works for one of
 * the platforms is accepted: the build may be for that one only.
 */
export function findFromMistake(stage: Stage, bases: readonly Base[], context: FromContext): Mistake | undefined {
	return findInArgs(context) ?? findPlatform(stage, context) ?? findBase(stage, bases);
}

function findInArgs({ dockerfile, platforms, globalsOf }: FromContext): Mistake | undefined {
	return dockerfile.globalArgs.length === 0 ? undefined : onEvery(platforms, (platform) => globalsOf(platform).mistake);
}

function findPlatform(
	{ platform: written, from }: Stage,
	{ dockerfile, platforms, globalsOf }: FromContext,
): Mistake | undefined {
	if (!written) return undefined;
	return onEvery(written.includes("$") ? platforms : platforms.slice(0, 1), (platform) => {
		const name = expandFromName(written, () => globalsOf(platform), dockerfile);
		if (typeof name === "string") return { message: name, offset: from.start };
		const mistake = findPlatformMistake(name.text);
		return mistake === undefined
			? undefined
			: { message: describeFromName(name, "platform", mistake, dockerfile), offset: from.start };
	});
}

/** BuildKit completes an operating system without an architecture; `local` is only valid on a command line. */
function findPlatformMistake(text: string): string | undefined {
	const platform = normalizePlatform(text);
	if (typeof platform === "string" || (platform.dependsOnBuilder && text !== "local")) return undefined;
	return platform.dependsOnBuilder ? "is not a platform: name one, such as linux/amd64" : platform.mistake;
}

function findBase({ from }: Stage, bases: readonly Base[]): Mistake | undefined {
	const message = onEvery(bases, (base) => (base.kind === "unknown" && base.isRefused ? base.why : undefined));
	return message === undefined ? undefined : { message, offset: from.argument.offsetAt(0) };
}

/** The result for the first item, if there is one for every item. */
function onEvery<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
	const found = items.map(find);
	return found.every((each) => each !== undefined) ? found[0] : undefined;
}
