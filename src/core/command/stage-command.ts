// What a stage's container runs. Rules, explain and rewrite ask here, so that they agree.
import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv } from "../analysis/command.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DEFAULT_SHELL } from "../images/facts.ts";
import { baseName, readInitInvocation } from "../inits/invocation.ts";
import type { CommandChain, CommandStep, CommandWorld } from "./command-chain.ts";
import { resolveCommand } from "./follow-command.ts";
import type { ImageFile } from "./image-file.ts";
import type { ImageFiles } from "./image-files.ts";
import { whyMustBePid1 } from "./must-be-pid1.ts";
import { isOrdinaryProgram } from "./ordinary-programs.ts";
import { normalizePath } from "./posix-path.ts";
import { findSystemSignal } from "./system-hints.ts";

/** A Dockerfile that was read, and the stages whose config is known. */
export interface CommandSource {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
}

/** What a stage's command depends on besides its config. */
interface StageWorld {
	readonly files: ImageFiles;
	/** What in the stage, and in those that it is built on, speaks for a system's own init. */
	readonly findHint: () => string | undefined;
}

/**
 * The ways that the ENTRYPOINT and CMD in force at the end of a stage may take, the likeliest first; none when it
 * declares no command.
 */
function resolveStage(analysed: AnalysedStage, files: ImageFiles): readonly CommandChain[] {
	const { entrypoint, cmd, end, environment } = analysed;
	// On an unknown base a shell form has an unknown SHELL, which is hardly ever another one.
	const head = end.entrypoint ?? (entrypoint && commandArgv(entrypoint, DEFAULT_SHELL)) ?? [];
	const tail = end.cmd ?? (cmd && commandArgv(cmd, DEFAULT_SHELL)) ?? [];
	const world: CommandWorld = {
		environment,
		findProgram: (word, folder, path) => files.findProgram(word, folder, path),
		findScript: (word, folder) => files.findScript(word, folder),
	};
	return resolveCommand([...head, ...tail], world, end.cmd === undefined && cmd === undefined);
}

/** What decides whether an init may stand in front of a stage's command. */
export interface StageCommand {
	/** The ways that it may take, the likeliest first; none when it declares no command. */
	readonly chains: readonly CommandChain[];
	/** Why it is not known whether the command starts a system's own init; undefined when that is known. */
	readonly systemPossible: string | undefined;
}

/** Reads what a stage's command runs. */
export function readStageCommand(analysed: AnalysedStage, { files, findHint }: StageWorld): StageCommand {
	const chains = resolveStage(analysed, files);
	return { chains, systemPossible: whySystemPossible(chains, () => findSystemSignal(analysed) ?? findHint()) };
}

/** A program that has to be PID 1, and how the command comes to it. */
export interface Pid1Need {
	/** One sentence: why, and where it is started. */
	readonly message: string;
	readonly step: CommandStep;
	/** The init that stands in front of it, which it does not bear. */
	readonly below: CommandStep | undefined;
}

/**
 * Finds a program that has to be PID 1 itself, wherever in the chains it stands: as an argument of a program that is
 * not known, too.
 */
export function findPid1Need(chains: readonly CommandChain[]): Pid1Need | undefined {
	for (const { steps } of chains) {
		for (const step of steps) {
			const reason = whyStepMust(step, step === steps.at(-1));
			if (reason !== undefined) return makeNeed(reason, step, steps);
		}
	}
	return undefined;
}

function whyStepMust(step: CommandStep, isLast: boolean): string | undefined {
	// What the Dockerfile puts at the path of a system's init is what it is, if it can be seen.
	const own = step.file === undefined || isSystemsOwn(step.file) ? whyMustBePid1(asFound(step.argv)) : undefined;
	return own ?? (isLast ? whyArgumentMust(step) : undefined);
}

/** The words with the program's path; `init` is what PATH finds, but as an argument mostly a subcommand. */
function asFound([program = "", ...words]: readonly string[]): readonly string[] {
	return [program === "init" ? "/sbin/init" : program.startsWith("/") ? normalizePath(program) : program, ...words];
}

/** A file of the same name from another image or stage, where nobody can look into it: s6-overlay is copied so. */
function isSystemsOwn({ origin, text, path, by, isPossible }: ImageFile): boolean {
	if (origin !== "foreign" || text !== undefined) return false;
	const words = by.argument.text.split(/[\s"',[\]]+/).filter((word) => word !== "");
	return isPossible === true || words.slice(0, -1).some((word) => baseName(word) === baseName(path));
}

function makeNeed(reason: string, step: CommandStep, steps: readonly CommandStep[]): Pid1Need {
	const below = steps.slice(0, steps.indexOf(step)).find(({ kind }) => kind === "init");
	const where = step.place === undefined ? "" : ` (${step.place})`;
	const advice = below === undefined ? "" : `; remove ${below.invocation?.path}, which would be PID 1 in its place`;
	return { message: `${reason}${where}${advice}`, step, below };
}

/** A program that is not known may start what it is given. */
function whyArgumentMust({ argv }: CommandStep): string | undefined {
	const [program = "", ...words] = argv;
	if (isOrdinaryProgram(program)) return undefined;
	const given = words.find(
		(word, index) => (word.startsWith("/") || index === 0) && whyMustBePid1([word]) !== undefined,
	);
	return given && `${program} is given ${given}: ${whyMustBePid1([given])}`;
}

/** The init that becomes PID 1, at once or by an exec of the shells and scripts in front of it. */
export function findPid1Init(chains: readonly CommandChain[]): CommandStep | undefined {
	for (const { steps } of chains) {
		const init = steps.find(({ kind }) => kind === "init");
		if (init !== undefined && isInFront(init, steps)) return init;
	}
	return undefined;
}

/** Whether a command begins with an init, in a shell's text too. */
export function beginsWithInit(argv: readonly string[]): boolean {
	return readInitInvocation(argv) !== undefined || findPid1Init(resolveCommand(argv)) !== undefined;
}

/** A shell's text that ends in an init is no better after another init, with or without exec. */
function isInFront(init: CommandStep, steps: readonly CommandStep[]): boolean {
	const before = steps.slice(1, steps.indexOf(init) + 1);
	return before.every(({ how }, index) => how === "exec" || steps[index]?.kind === "shell");
}

/**
 * Why it is not known whether the command starts a system's own init: something in the Dockerfile speaks for one, and
 * the command cannot be read to its end.
 * @returns undefined where the command is known, or nothing speaks for it
 */
function whySystemPossible(chains: readonly CommandChain[], findHint: () => string | undefined): string | undefined {
	const opaque = chains.find(
		({ steps, unknown }) => unknown !== undefined || !isOrdinaryProgram(steps.at(-1)?.argv[0] ?? ""),
	);
	if (opaque === undefined) return undefined;
	const hint = findHint();
	if (hint === undefined) return undefined;
	const why = opaque.unknown ?? `what ${opaque.steps.at(-1)?.argv[0]} starts is unknown`;
	return `${hint} points to a system init, which must be PID 1, and ${why}`;
}
