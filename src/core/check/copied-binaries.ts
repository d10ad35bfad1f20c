// The files of the build context that a Dockerfile copies as inits, by the names that `emit`, and therefore `rewrite`,
// gives them.

import type { AnalysedFile } from "../analysis/analyse-source.ts";
import { targetPlatforms } from "../analysis/options.ts";
import { resolvePath } from "../command/posix-path.ts";
import { readArgumentForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { flagValue } from "../dockerfile/instruction.ts";
import { listWords } from "../dockerfile/validate.ts";
import { flatMap } from "../flat-map.ts";
import { splitPlatform } from "../platform.ts";
import type { RewriteOptions } from "../rewrite/options.ts";

/** A binary of an init in the build context. */
export interface CopiedBinary {
	/** Its path in the build context. */
	readonly path: string;
	/** `pidone`, `tini` or `dumb-init`. */
	readonly init: string;
	/** The platform in its name. */
	readonly platform: string;
	/** The instruction that copies it. */
	readonly by: Instruction;
	readonly stage: number;
}

const NAME = /^(?:.*\/)?(pidone|tini|dumb-init)-linux-([a-z0-9]+)$/;

/** Whether a path in a build context has the name of an init's binary. */
export function isCopiedBinary(path: string): boolean {
	return NAME.test(path);
}

/** Finds the binaries that a file copies from its build context, one for each platform if the name depends on it. */
export function findCopiedBinaries(
	{ dockerfile }: Pick<AnalysedFile, "dockerfile">,
	options: RewriteOptions,
): CopiedBinary[] {
	if (!dockerfile.source.includes("-linux-")) return [];
	return flatMap(dockerfile.stages, ({ index, instructions }) =>
		flatMap(instructions, (by) => {
			if ((by.keyword !== "COPY" && by.keyword !== "ADD") || flagValue(by, "from") !== undefined) return [];
			const form = readArgumentForm(by.argument.text);
			const words = typeof form === "object" ? form.argv : listWords(by.argument.text);
			const sources = words.slice(0, -1).filter((source) => source.includes("-linux-"));
			return flatMap(sources, (source) =>
				readBinaries(source, options).map((binary) => ({ by, stage: index, ...binary })),
			);
		}),
	);
}

function readBinaries(source: string, options: RewriteOptions): Pick<CopiedBinary, "path" | "init" | "platform">[] {
	// `..` never leads out of the build context.
	const clean = resolvePath("/", source).slice(1);
	const paths = clean.includes("$") ? targetPlatforms(options).map((platform) => expand(clean, platform)) : [clean];
	return flatMap([...new Set(paths)], (path) => {
		const [, init, suffix = ""] = NAME.exec(path) ?? [];
		return init === undefined ? [] : [{ path, init, platform: `linux/${suffix.replace(/^arm(v\d)$/, "arm/$1")}` }];
	});
}

function expand(text: string, platform: string): string {
	const { architecture, variant } = splitPlatform(platform);
	return text
		.replace(/\$(?:\{TARGETARCH\}|TARGETARCH\b)/g, architecture)
		.replace(/\$(?:\{TARGETVARIANT\}|TARGETVARIANT\b)/g, variant);
}
