import type { AnalysedStage } from "../analysis/analyse.ts";
import { baseName } from "../inits/invocation.ts";
import { findInstalledInits, type InstalledInit } from "../install/installed-init.ts";
import { quoteAll } from "../rewrite/command-edits.ts";
import { descendantsOf } from "../rewrite/lineage.ts";
import type { AnalysedFile } from "../rewrite/rewrite.ts";
import { readLayers } from "./command-layers.ts";
import { findContextScript } from "./context-script.ts";
import { runnableStages } from "./effective-command.ts";
import { findingAt, type Rule, type RuleContext } from "./rule.ts";

export const initUnused: Rule = {
	code: "init-unused",
	level: "warning",
	title: "an init that is installed and never run",
	check: (file, context) =>
		runnableStages(file, context).flatMap((analysed) => {
			const installed = findInstalledInits(analysed.stage.instructions, analysed.end.distro);
			const family = [analysed, ...descendantsOf(file.stages, analysed)].filter(hasCommand);
			const unused = installed.filter(
				({ name }, index) => installed.findIndex((other) => other.name === name) === index && !mayRun(name, family, file, context),
			);
			return family.length === 0 ? [] : unused.map((init) => findingAt(init.by, analysed, describe(init)));
		}),
};

function describe({ name, path }: InstalledInit): string {
	return `${name} is installed and nothing runs it: begin with ENTRYPOINT [${quoteAll([path, "--"])}, …], or leave it out`;
}

function hasCommand({ end }: AnalysedStage): boolean {
	return end.entrypoint === undefined || end.entrypoint.length > 0 || end.cmd === undefined || end.cmd.length > 0;
}

/** Whether anything may start the init; what cannot be seen counts as a yes. */
function mayRun(name: string, family: readonly AnalysedStage[], file: AnalysedFile, context: RuleContext): boolean {
	return isMentioned(name, file) || family.some((analysed) => isOpaque(analysed) || runsInScript(name, analysed, file, context));
}

/** Whether any stage's text uses the name otherwise than to install it: in its command, in a variable, in a script that a RUN writes, in a copy. */
function isMentioned(name: string, { dockerfile, stages }: AnalysedFile): boolean {
	const { source } = dockerfile;
	const word = new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`);
	const start = new RegExp(String.raw`\bexec\s+\S*${name}\b|${name}(?:-static)?"?,?\s+"?(?:-\w+\s+)*--(?:\s|")|\b(?:ln|mv|cp)\s[^\n;&|]*${name}\b`);
	return stages.some(({ stage, end }) => {
		const inText = stage.instructions.some(({ keyword, lineStart, lineEnd, argument, flags }) => {
			if (keyword === "RUN") return start.test(source.slice(lineStart, lineEnd));
			if (keyword === "COPY" || keyword === "ADD") return flags.some((flag) => flag.startsWith("--from=")) && word.test(argument.text.replace(/\s\S+$/, ""));
			return keyword !== "LABEL" && word.test(argument.text);
		});
		return inText || [...(end.entrypoint ?? []), ...(end.cmd ?? [])].some((text) => word.test(text));
	});
}

/** An ENTRYPOINT that comes from an unknown base may start anything. */
function isOpaque({ end }: AnalysedStage): boolean {
	return end.entrypoint === undefined || end.cmd === undefined;
}

/** Whether a script of the command mentions the init, or cannot be read. */
function runsInScript(name: string, analysed: AnalysedStage, file: AnalysedFile, context: RuleContext): boolean {
	const { entrypoint = [], cmd = [] } = analysed.end;
	const programs = [...readLayers([...entrypoint, ...cmd]), ...readLayers(cmd)].map(({ argv }) => argv[0] ?? "");
	return programs.some((program) => {
		const script = findContextScript(file, analysed, program, context);
		if (script !== undefined) return script.text === undefined ? true : script.text.includes(name);
		return SCRIPT_NAME.test(baseName(program)) && !isOfBase(program, analysed);
	});
}

/** Names of programs that are likely scripts, which a RUN may have written or fetched. */
const SCRIPT_NAME = /\.(?:sh|bash)$|entrypoint|^(?:start|run|init|boot|launch)/;

function isOfBase(program: string, { bases }: AnalysedStage): boolean {
	return bases.some((base) => base.kind === "image" && base.facts.entrypoint.includes(program));
}
