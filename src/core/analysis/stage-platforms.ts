import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { normalizePlatform, type PlatformMistake } from "../platform.ts";
import { type Globals, makeGlobals } from "./globals.ts";
import { type AnalysisOptions, targetPlatforms } from "./options.ts";

/** The platforms that a stage is built for. */
export interface StagePlatforms {
	/** For each of the platforms that the image is built for, in their order. */
	readonly platforms: readonly string[];
	/** Whether it is the builder's own platform, which is not known: `platforms` are those of the image then. */
	readonly dependsOnBuilder: boolean;
}

/** Stands for each unknown part of the builder's platform. */
const OPEN = "\u0000";

/**
 * Evaluates `FROM --platform` of the stage at the root: the stages that are built on it have its programs.
 */
export function stagePlatforms(
	{ platform: text }: Stage,
	dockerfile: Dockerfile,
	options: AnalysisOptions,
): StagePlatforms | PlatformMistake {
	const targets = targetPlatforms(options);
	if (text === undefined) return { platforms: targets, dependsOnBuilder: false };
	const { buildPlatform = `${OPEN}/${OPEN}/${OPEN}` } = options;
	const globalsOf = makeGlobals(dockerfile, { ...options, buildPlatform });
	const read = targets.map((target) =>
		readPlatform(
			expand(text, () => globalsOf(target), dockerfile.directives.escape),
			target,
			options,
		),
	);
	const mistake = read.find((each) => typeof each !== "string" && !each.dependsOnBuilder);
	if (typeof mistake === "object") return { ...mistake, mistake: `FROM --platform=${text}: it ${mistake.mistake}` };
	return {
		platforms: read.map((each, index) => (typeof each === "string" ? each : (targets[index] ?? ""))),
		dependsOnBuilder: read.some((each) => typeof each !== "string"),
	};
}

/** The text with its variables expanded; empty if one of them needs a build argument, or cannot be read. */
function expand(text: string, globals: () => Globals, escape: string): string {
	if (!text.includes("$")) return text;
	try {
		return expandWord(text, (name) => globals().variables.get(name), { escape });
	} catch {
		return "";
	}
}

function readPlatform(text: string, target: string, { buildPlatform }: AnalysisOptions): string | PlatformMistake {
	if (text === "") return target;
	if (text.includes(OPEN)) return { mistake: "", dependsOnBuilder: true };
	const platform = normalizePlatform(text);
	return typeof platform !== "string" && platform.dependsOnBuilder ? (buildPlatform ?? platform) : platform;
}
