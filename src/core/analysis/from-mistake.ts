import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { normalizePlatform } from "../platform.ts";
import type { Base } from "./base.ts";
import { describeFromName, expandFromName } from "./from-name.ts";
import type { GlobalsOf } from "./globals.ts";
import type { Mistake } from "./mistake.ts";

/** What a FROM stands among. */
export interface FromContext {
	readonly dockerfile: Dockerfile;
	readonly platforms: readonly string[];
	readonly globalsOf: GlobalsOf;
}

/**
 * What BuildKit refuses in a FROM, and in the ARGs that it sees, whatever stage is built. What can be built for one of
 * the platforms is not refused: nobody may want the others.
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

/** An operating system alone is completed by BuildKit; `local` is a word for `--platform` of a builder only. */
function findPlatformMistake(text: string): string | undefined {
	const platform = normalizePlatform(text);
	if (typeof platform === "string" || (platform.dependsOnBuilder && text !== "local")) return undefined;
	return platform.dependsOnBuilder ? "is not a platform: name one, such as linux/amd64" : platform.mistake;
}

function findBase({ from }: Stage, bases: readonly Base[]): Mistake | undefined {
	const message = onEvery(bases, (base) => (base.kind === "unknown" && base.isRefused ? base.why : undefined));
	return message === undefined ? undefined : { message, offset: from.argument.offsetAt(0) };
}

/** What is found for the first, when something is found for each. */
function onEvery<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
	const found = items.map(find);
	return found.every((each) => each !== undefined) ? found[0] : undefined;
}
