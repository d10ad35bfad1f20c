import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import type { ImageConfig } from "../../analysis/image-config.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { triggerOf } from "../../dockerfile/trigger.ts";
import { flatMap } from "../../flat-map.ts";
import { readInitInvocation } from "../../inits/invocation.ts";
import { type MarkedBlock, readMarkedBlocks } from "../../rewrite/marked-block.ts";
import { PREFIX } from "../../rewrite/marker.ts";
import { findingAt, type Rule } from "./rule.ts";

export const restatedCommand: Rule = {
	code: "restated-command",
	level: "error",
	title: "A restated command that the base image no longer declares",
	check: ({ dockerfile, stages }) => {
		if (!dockerfile.source.includes(PREFIX)) return [];
		return flatMap(readMarkedBlocks(dockerfile), (block) => {
			const analysed = stages[block.stage];
			// If a named context replaces a stage, its instructions are not built.
			if (analysed === undefined || analysed.stage.instructions.length === 0 || !block.isIntact) return [];
			return flatMap(restatedIn(block, analysed, dockerfile.directives.escape), ({ by, restated, inherited }) =>
				inherited === undefined || isSame(restated, inherited)
					? []
					: [findingAt(by, analysed, describe(by, restated, inherited, analysed))],
			);
		});
	},
};

/** A command that was restated, and the one that is inherited now. */
interface Restated {
	readonly by: Instruction;
	readonly restated: readonly string[];
	readonly inherited: readonly string[] | undefined;
}

function restatedIn({ added, host, marker }: MarkedBlock, analysed: AnalysedStage, escape: string): Restated[] {
	const filled = host !== undefined && marker.changes.some(({ kind }) => kind === "init-filled") ? [host] : [];
	const commands = [...added, ...filled].filter(
		({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD" || keyword === "ONBUILD",
	);
	const [first] = commands;
	const before = first && analysed.configs[analysed.stage.instructions.indexOf(first)];
	if (before === undefined) return [];
	return flatMap(commands, (by) => readRestated(by, by.keyword === "ONBUILD" ? analysed.end : before, escape) ?? []);
}

function readRestated(by: Instruction, { entrypoint, cmd }: ImageConfig, escape: string): Restated | undefined {
	const instruction = by.keyword === "ONBUILD" ? triggerOf(by, escape) : by;
	const form = commandForm(instruction);
	if (form === "shell") return undefined;
	if (instruction.keyword === "CMD") return { by, restated: form.argv, inherited: cmd };
	const command = readInitInvocation(form.argv)?.command;
	const hasInit = entrypoint !== undefined && readInitInvocation(entrypoint) !== undefined;
	return command === undefined || hasInit ? undefined : { by, restated: command, inherited: entrypoint };
}

function describe(
	by: Instruction,
	restated: readonly string[],
	inherited: readonly string[],
	{ stage: { base } }: AnalysedStage,
): string {
	const keyword = by.keyword === "CMD" ? "CMD" : "ENTRYPOINT";
	const now = inherited.length === 0 ? `${base} has no ${keyword}` : `that of ${base} is ${inherited.join(" ")}`;
	const was = restated.length === 0 ? `an empty ${keyword}` : restated.join(" ");
	return `the rewrite restated ${was} of the base image, but ${now} now: run pidone revert -w, then pidone rewrite -w`;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}
