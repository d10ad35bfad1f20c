// What to do about a stage whose base image pidone does not know well enough.

import type { AnalysedStage } from "../analysis/analyse.ts";
import type { RewriteOptions } from "./options.ts";

/** Why the inherited ENTRYPOINT is unknown, and how to declare it. */
export function describeUnknownEntrypoint(
	analysed: AnalysedStage,
	{ options, inheritsOwnCommand }: { readonly options: RewriteOptions; readonly inheritsOwnCommand: boolean },
): string {
	const leavesCommand = analysed.triggers.some(({ keyword }) => keyword === "CMD");
	if (analysed.cmd !== undefined || leavesCommand || inheritsOwnCommand || options.inherited)
		return describeUnknownBase(analysed, "whether it declares an ENTRYPOINT", "--base-entrypoint", options);
	const { why, ask } = whyUnknown(analysed, options);
	const how = `${ask === undefined ? "" : `${ask}, or by `}--base-entrypoint and --base-cmd, or --base-config`;
	return `${why}; the stage sets no command and runs its base's own: once it is known by ${how}, ${nameInheritedOption(options)} restates it after the init`;
}

/** Why a CMD is not restated if the base does not declare the same one on all platforms. */
export const CMD_DIFFERS = "the CMD that it inherits differs between the platforms: write ENTRYPOINT and CMD out";

/** Why the inherited CMD is unknown, and how to declare it. */
export function describeUnknownCmd({ bases, stage: { base } }: AnalysedStage, options: RewriteOptions): string {
	if (bases.length > 1) return CMD_DIFFERS;
	return `pidone does not know the CMD of ${base}; the stage sets no command and runs its base's own: once it is known by --base-cmd or --base-config, ${nameInheritedOption(options)} restates it after the init`;
}

/** How messages name the option `inherited`. */
export function nameInheritedOption({ inheritedOption = "--inherited" }: RewriteOptions): string {
	return inheritedOption;
}

/** Why the shell of a shell form is unknown, and how to declare it. */
export function describeUnknownShell(analysed: AnalysedStage, options: RewriteOptions): string {
	const { bases, stage } = analysed;
	if (bases.length > 1 || bases.some(({ kind }) => kind === "unknown"))
		return describeUnknownBase(analysed, "the SHELL of its shell form", "--base-shell", options);
	const [base] = bases;
	const reason = base?.kind === "image" ? base.whyNoMore : undefined;
	const what = `pidone does not know the SHELL of ${stage.base}, which its shell form runs in`;
	return reason === undefined
		? `${what}: write it in exec form, set SHELL before it, or run ${options.lockCommand ?? "pidone lock"}`
		: `${what}, as ${reason}: write it in exec form, or set SHELL before it`;
}

function describeUnknownBase(analysed: AnalysedStage, what: string, option: string, options: RewriteOptions): string {
	const { why, ask } = whyUnknown(analysed, options);
	const how = `${ask === undefined ? "" : `run ${ask}, or `}declare it with ${option} or --base-config`;
	return `${why}; ${what} decides what runs: ${how}`;
}

interface UnknownReason {
	readonly why: string;
	/** The command that looks the image up; absent if that was done already. */
	readonly ask?: string;
}

function whyUnknown({ bases, stage }: AnalysedStage, { lockCommand = "pidone lock" }: RewriteOptions): UnknownReason {
	const unknown = bases.find((base) => base.kind === "unknown");
	if (unknown?.kind === "unknown") return { why: unknown.why, ...(unknown.isAsked ? {} : { ask: lockCommand }) };
	return {
		why:
			bases.length > 1
				? `its base ${stage.base} differs between the platforms`
				: `nothing is known about the base of ${stage.base}`,
	};
}
