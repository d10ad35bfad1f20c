import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { FollowedFile } from "../../command/follow-source.ts";

/** Whether any of the stages that have an init may start it. What cannot be read may start it. */
export function mayRunInit(name: string, heirs: readonly AnalysedStage[], file: FollowedFile): boolean {
	return heirs.some(
		(analysed) => isOpaque(analysed) || isMentioned(name, analysed, file) || runsInScript(name, analysed, file),
	);
}

/**
 * Whether a stage uses the name for anything but installing it: in its command, in a variable, or in a script that a
 * RUN writes.
 */
function isMentioned(name: string, { stage, end }: AnalysedStage, { dockerfile }: FollowedFile): boolean {
	const word = new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`);
	const start = new RegExp(
		String.raw`\bexec\s+\S*${name}\b|${name}(?:-static)?"?,?\s+"?(?:-\w+\s+)*--(?:\s|")|\b(?:ln|mv|cp)\s[^\n;&|]*${name}\b`,
	);
	const inText = stage.instructions.some(({ keyword, lineStart, lineEnd, argument }) =>
		keyword === "RUN"
			? start.test(dockerfile.source.slice(lineStart, lineEnd))
			: !SILENT.has(keyword) && word.test(argument.text),
	);
	return inText || [...(end.entrypoint ?? []), ...(end.cmd ?? [])].some((text) => word.test(text));
}

/** Instructions that put an init into the image, or only mention it. */
const SILENT = new Set(["ADD", "ARG", "COPY", "LABEL", "MAINTAINER"]);

/** An ENTRYPOINT from an unknown base may start anything. */
function isOpaque({ end }: AnalysedStage): boolean {
	return end.entrypoint === undefined || end.cmd === undefined;
}

/** Whether the command starts the init by any name, or may: one of its scripts mentions it, or cannot be read. */
function runsInScript(name: string, analysed: AnalysedStage, file: FollowedFile): boolean {
	return file.commands.of(analysed).chains.some(({ steps, unknown }) => {
		const last = steps.at(-1)?.argv[0] ?? "";
		return (
			(unknown !== undefined && !isOfBase(last, analysed)) ||
			steps.some(({ file: script, invocation }) => invocation?.program === name || script?.text?.includes(name))
		);
	});
}

function isOfBase(program: string, { bases }: AnalysedStage): boolean {
	return bases.some((base) => base.kind === "image" && base.facts.entrypoint.includes(program));
}
