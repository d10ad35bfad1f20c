import type { AnalysedStage } from "../../analysis/analyse.ts";
import { descendantsOf } from "../../analysis/lineage.ts";
import { flagValue } from "../../dockerfile/instruction.ts";
import { listWords } from "../../dockerfile/validate.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { findInstalledInits, type InstalledInit } from "../../install/installed-init.ts";
import { quoteAll } from "../../rewrite/command-edits.ts";
import { mayRunInit } from "./init-use.ts";
import { findingAt, type Rule } from "./rule.ts";

export const initUnused: Rule = {
	code: "init-unused",
	level: "warning",
	title: "An init that is installed and never run",
	check: (file, context) =>
		flatMap(context.runnable, (analysed) => {
			const installed = findInstalledInits(analysed.stage.instructions, {
				distro: analysed.end.distro,
				source: file.dockerfile.source,
				variables: analysed.variables,
			});
			// Podman starts catatonit in its own containers.
			const own = installed.filter(({ name }) => name !== "catatonit");
			const first = own.filter(({ name }, index) => own.findIndex((other) => other.name === name) === index);
			const unused = first.filter((init) => {
				const heirs = heirsOf(init, analysed, file.stages).filter(hasCommand);
				return heirs.length > 0 && !isFetched(init, analysed, file.stages) && !mayRunInit(init.name, heirs, file);
			});
			return unused.map((init) => findingAt(init.by, analysed, describe(init)));
		}),
};

function describe({ name, path }: InstalledInit): string {
	return `${name} is installed, but nothing runs it: start the command with it, ENTRYPOINT [${quoteAll([path, "--"])}, …], or do not install it`;
}

function hasCommand({ end }: AnalysedStage): boolean {
	return end.entrypoint === undefined || end.entrypoint.length > 0 || end.cmd === undefined || end.cmd.length > 0;
}

/**
 * The stages that have the init: the one that installs it, those built on it, and those that copy a folder that
 * contains it.
 */
function heirsOf({ path }: InstalledInit, analysed: AnalysedStage, all: readonly AnalysedStage[]): AnalysedStage[] {
	const heirs = [
		analysed,
		...all.filter((other) => sourcesFrom(analysed, other).some((source) => path.startsWith(source))),
	];
	return [...new Set(flatMap(heirs, (heir) => [heir, ...descendantsOf(all, heir)]))];
}

/** Whether a stage copies the init itself from the one that installs it. Then it is that stage's own init. */
function isFetched({ name }: InstalledInit, analysed: AnalysedStage, all: readonly AnalysedStage[]): boolean {
	return all.some((other) => sourcesFrom(analysed, other).some((source) => baseName(source).startsWith(name)));
}

/** What a stage copies from another one. */
function sourcesFrom({ stage: { index, name } }: AnalysedStage, { stage }: AnalysedStage): string[] {
	return flatMap(stage.instructions, (instruction) => {
		const from = flagValue(instruction, "from")?.toLowerCase();
		const isFromIt = from !== undefined && (from === name || from === String(index));
		return isFromIt ? listWords(instruction.argument.text).slice(0, -1) : [];
	});
}
