import type { AnalysedStage } from "../analysis/analyse.ts";
import { baseName } from "../inits/invocation.ts";
import { ancestryOf } from "../rewrite/lineage.ts";
import type { AnalysedFile } from "../rewrite/rewrite.ts";
import { effectiveCommands } from "./effective-command.ts";
import { findingAt, type Rule, type RuleContext } from "./rule.ts";

export const liveOrphans: Rule = {
	code: "live-orphans",
	level: "note",
	title: "php-fpm or nginx under supervisord, whose workers outlive their master",
	check: (file, context) =>
		effectiveCommands(file, context).flatMap(({ analysed, steps, main, instructionAt }) => {
			const instruction = instructionAt(main.index);
			if (instruction === undefined || !/^supervisord(?:\.py)?$/.test(baseName(main.argv[0] ?? ""))) return [];
			const isHandled = steps.some(({ invocation }) => invocation?.options.some(({ name }) => name === "--kill-orphans"));
			const isAskedFor = context.options.initOptions?.includes("--kill-orphans") && steps.every(({ invocation }) => invocation === undefined);
			if (isHandled || isAskedFor || analysed.variables.has("PIDONE_KILL_ORPHANS")) return [];
			const text = findConfig(file, analysed, context) ?? textOf(file, analysed);
			const masters = MASTERS.filter(({ pattern }) => pattern.test(text));
			return masters.length === 0 ? [] : [findingAt(instruction, analysed, describe(masters))];
		}),
};

interface Master {
	readonly name: string;
	readonly pattern: RegExp;
	/** What to give to `--kill-orphans`: the process is called after its version on some systems. */
	readonly orphans: string;
}

const MASTERS: readonly Master[] = [
	{ name: "php-fpm", pattern: /\bphp[\d.]*-?fpm|\bphp:[\w.-]*fpm\b/, orphans: "php-fpm*" },
	{ name: "nginx", pattern: /\bnginx\b/, orphans: "nginx" },
];

function describe(masters: readonly Master[]): string {
	const names = masters.map(({ name }) => name).join(" or ");
	const orphans = masters.map((master) => master.orphans).join(",");
	return `when the master of ${names} dies, its workers live on and keep the port, so that supervisord cannot start it again: pidone rewrite --kill-orphans '${orphans}' ends them; it is not done unasked because a daemon that detaches itself on purpose looks the same`;
}

/** Supervisord's configuration as far as it comes from the context; undefined unless all of it can be read. */
function findConfig({ stages }: AnalysedFile, analysed: AnalysedStage, { options: { readContextFile } }: RuleContext): string | undefined {
	const sources = ancestryOf(stages, analysed)
		.flatMap(({ stage }) => stage.instructions)
		.filter(({ keyword, argument }) => (keyword === "COPY" || keyword === "ADD") && /supervis/i.test(argument.text))
		.map(({ argument }) => argument.text.split(/\s+/)[0]?.replace(/^\.?\/+/, "") ?? "");
	const texts = sources.map((source) => readContextFile?.(source));
	const text = texts.join("\n");
	return texts.length === 0 || texts.includes(undefined) || /^\[include\]/m.test(text) ? undefined : text;
}

/** Everything that a stage's lineage says, without its comments. */
function textOf({ stages }: AnalysedFile, analysed: AnalysedStage): string {
	return ancestryOf(stages, analysed)
		.flatMap(({ stage }) => [stage.base, ...stage.instructions.filter(({ keyword }) => keyword !== "LABEL").map(({ argument }) => argument.text)])
		.join("\n");
}
