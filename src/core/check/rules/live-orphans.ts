import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { AnalysedFile } from "../../analysis/analyse-source.ts";
import { ancestryOf } from "../../analysis/lineage.ts";
import { findDaemons } from "../../command/daemons.ts";
import { flatMap } from "../../flat-map.ts";
import { matchesGlob } from "../../images/glob.ts";
import { baseName } from "../../inits/invocation.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { findingAt, type Rule, type RuleContext, type RuleFinding } from "./rule.ts";

export const liveOrphans: Rule = {
	code: "live-orphans",
	level: "note",
	title: "php-fpm or nginx under supervisord, whose workers outlive their master",
	check: (file, context) =>
		flatMap(context.commands, (command) => {
			const killed = killedNames(command, context);
			return (killed.length === 0 ? findMasters(command, file, context) : findKilledDaemon(command, killed)) ?? [];
		}),
};

/** The names whose orphans the init ends, as set in the file, by options or in the environment. */
function killedNames(
	{ analysed, steps }: EffectiveCommand,
	{ options: { initOptions = [] } }: RuleContext,
): readonly string[] {
	const own = flatMap(steps, ({ invocation }) => invocation?.options ?? []).filter(
		({ name }) => name === "--kill-orphans",
	);
	const isAsked = steps.every(({ invocation }) => invocation === undefined);
	const asked = isAsked ? (initOptions[initOptions.indexOf("--kill-orphans") + 1] ?? "") : "";
	const lists = [
		...own.map(({ value = "" }) => value),
		initOptions.includes("--kill-orphans") ? asked : "",
		analysed.environment.get("PIDONE_KILL_ORPHANS") ?? "",
	];
	return flatMap(lists, (list) => list.split(",")).filter((name) => name !== "");
}

function findMasters(
	{ analysed, main, instructionAt }: EffectiveCommand,
	file: AnalysedFile,
	context: RuleContext,
): RuleFinding | undefined {
	const instruction = instructionAt(main.index);
	if (instruction === undefined || !/^supervisord(?:\.py)?$/.test(baseName(main.argv[0] ?? ""))) return undefined;
	const text = findConfig(file, analysed, context) ?? textOf(file, analysed);
	const masters = MASTERS.filter(({ pattern }) => pattern.test(text));
	return masters.length === 0 ? undefined : findingAt(instruction, analysed, describe(masters));
}

/** A daemon that detaches itself on purpose becomes an orphan, too. */
function findKilledDaemon(
	{ analysed, chains, main, instructionAt }: EffectiveCommand,
	killed: readonly string[],
): RuleFinding | undefined {
	const instruction = instructionAt(main.index);
	const daemon = findDaemons(chains).find(({ name }) => killed.some((glob) => matchesGlob(glob, name)));
	if (daemon === undefined || instruction === undefined) return undefined;
	const message = `--kill-orphans ${killed.join(",")} ends ${daemon.name}, because "${daemon.command}" detaches itself and looks like an orphan: start it in the foreground, or omit its name`;
	return { ...findingAt(instruction, analysed, message), level: "warning" };
}

interface Master {
	readonly name: string;
	readonly pattern: RegExp;
	/** The value for `--kill-orphans`. On some systems, the process has its version in its name. */
	readonly orphans: string;
}

const MASTERS: readonly Master[] = [
	{ name: "php-fpm", pattern: /\bphp[\d.]*-?fpm|\bphp:[\w.-]*fpm\b/, orphans: "php-fpm*" },
	{ name: "nginx", pattern: /\bnginx\b/, orphans: "nginx" },
];

function describe(masters: readonly Master[]): string {
	const names = masters.map(({ name }) => name).join(" or ");
	const orphans = masters.map((master) => master.orphans).join(",");
	return `if the master of ${names} dies, its workers keep the port, and supervisord cannot start it again: pidone rewrite --kill-orphans '${orphans}' ends them (not automatic, because a daemon that detaches itself on purpose looks the same)`;
}

/** Supervisord's configuration, if all of it comes from the build context and can be read. */
function findConfig(
	{ stages }: AnalysedFile,
	analysed: AnalysedStage,
	{ options: { readContextFile } }: RuleContext,
): string | undefined {
	const sources = flatMap(ancestryOf(stages, analysed), ({ stage }) => stage.instructions)
		.filter(({ keyword, argument }) => (keyword === "COPY" || keyword === "ADD") && /supervis/i.test(argument.text))
		.map(({ argument }) => argument.text.split(/\s+/)[0]?.replace(/^\.?\/+/, "") ?? "");
	const texts = sources.map((source) => readContextFile?.(source));
	const text = texts.join("\n");
	return texts.length === 0 || texts.includes(undefined) || /^\[include\]/m.test(text) ? undefined : text;
}

/** Everything in a stage's lineage, without comments. */
function textOf({ stages }: AnalysedFile, analysed: AnalysedStage): string {
	return flatMap(ancestryOf(stages, analysed), ({ stage }) => [
		stage.base,
		...stage.instructions.filter(({ keyword }) => keyword !== "LABEL").map(({ argument }) => argument.text),
	]).join("\n");
}
