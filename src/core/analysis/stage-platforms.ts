import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { normalizePlatform, type PlatformMistake } from "../platform.ts";
import { type Globals, makeGlobals } from "./globals.ts";
import { type AnalysisOptions, targetPlatforms } from "./options.ts";

/** What a stage is built for. */
export interface StagePlatforms {
	/** For each of the platforms that the image is built for, in their order. */
	readonly platforms: readonly string[];
	/** It is what the builder runs on, which is not known: `platforms` are those of the image then. */
	readonly dependsOnBuilder: boolean;
}

/** Stands for each part of a builder's platform that is not known. */
const OPEN = "\u0000";

/**
 * Works out what `FROM --platform` means: for the stage at the root of a family, since those that are built on it have
 * its programs.
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

/** The text with its variables expanded; empty where one of them needs a build argument, or cannot be read. */
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
