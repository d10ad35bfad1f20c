// What a stage's container runs. Rules, explain and rewrite all use this, so that they agree.
import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv } from "../analysis/command.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DEFAULT_SHELL } from "../images/facts.ts";
import { baseName, readInitInvocation } from "../inits/invocation.ts";
import type { CommandChain, CommandImage, CommandStep } from "./command-chain.ts";
import { followCommand } from "./follow-command.ts";
import type { ImageFile } from "./image-file.ts";
import type { ImageFiles } from "./image-files.ts";
import { whyMustBePid1 } from "./must-be-pid1.ts";
import { isOrdinaryProgram } from "./ordinary-programs.ts";
import { normalizePath } from "./posix-path.ts";
import { findSystemSignal } from "./system-hints.ts";

/** A parsed Dockerfile, and its analysed stages. */
export interface CommandSource {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
}

/** What a stage's command depends on besides its config. */
interface StageWorld {
	readonly files: ImageFiles;
	/** What suggests a system init, in the stage and in those that it is built on. */
	readonly findHint: () => string | undefined;
}

/**
 * The chains that the ENTRYPOINT and CMD at the end of a stage may run, the likeliest first; none if there is no
 * command.
 */
function resolveStage(analysed: AnalysedStage, files: ImageFiles): readonly CommandChain[] {
	const { entrypoint, cmd, end, environment } = analysed;
	// On an unknown base a shell form has an unknown SHELL, which is hardly ever another one.
	const head = end.entrypoint ?? (entrypoint && commandArgv(entrypoint, DEFAULT_SHELL)) ?? [];
	const tail = end.cmd ?? (cmd && commandArgv(cmd, DEFAULT_SHELL)) ?? [];
	const image: CommandImage = {
		environment,
		stopSignal: end.stopSignal,
		findProgram: (word, folder, path) => files.findProgram(word, folder, path),
		findScript: (word, folder) => files.findScript(word, folder),
	};
	return followCommand([...head, ...tail], image, end.cmd === undefined && cmd === undefined);
}

/** What decides whether an init can precede a stage's command. */
export interface StageCommand {
	/** The chains that it may run, the likeliest first; none if there is no command. */
	readonly chains: readonly CommandChain[];
	/** Why the command may start a system init; undefined if it is known whether it does. */
	readonly systemPossible: string | undefined;
}

/** Reads what a stage's command runs. */
export function readStageCommand(analysed: AnalysedStage, { files, findHint }: StageWorld): StageCommand {
	const chains = resolveStage(analysed, files);
	return { chains, systemPossible: whySystemPossible(chains, () => findSystemSignal(analysed) ?? findHint()) };
}

/** A program that must be PID 1, and how the command starts it. */
export interface Pid1Need {
	/** One sentence: why, and where it is started. */
	readonly message: string;
	readonly step: CommandStep;
	/** The init before it, with which it does not work. */
	readonly below: CommandStep | undefined;
}

/**
 * Finds a program that must be PID 1 itself, anywhere in the chains, also as an argument of an unknown program.
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
	// If the Dockerfile puts a readable file at the path of a system init, its text decides.
	const own = step.file === undefined || isSystemsOwn(step.file) ? whyMustBePid1(asFound(step.argv)) : undefined;
	return own ?? whySourceMust(step.file) ?? (isLast ? whyArgumentMust(step) : undefined);
}

/** A RUN has given a system init another name, mostly by a link. */
function whySourceMust(file: ImageFile | undefined): string | undefined {
	if (file?.by.keyword !== "RUN" || file.text !== undefined || file.source === undefined) return undefined;
	const reason = whyMustBePid1([file.source]);
	return reason && `${file.path} is ${file.source}: ${reason}`;
}

/** The words with the program's path. `init` is found on PATH; as an argument it is usually a subcommand. */
function asFound([program = "", ...words]: readonly string[]): readonly string[] {
	return [program === "init" ? "/sbin/init" : program.startsWith("/") ? normalizePath(program) : program, ...words];
}

/** An unreadable file with this name from another image or stage. This is how s6-overlay is copied. */
function isSystemsOwn({ origin, text, path, by, isPossible, source = "" }: ImageFile): boolean {
	if (origin !== "foreign" || text !== undefined) return false;
	// By its name, busybox knows which of its programs it is.
	if (by.keyword === "RUN" && /(?:^|\/)(?:busybox|toybox)$/.test(source)) return true;
	const words = by.argument.text.split(/[\s"',[\]]+/).filter((word) => word !== "");
	return isPossible === true || words.slice(0, -1).some((word) => baseName(word) === baseName(path));
}

function makeNeed(reason: string, step: CommandStep, steps: readonly CommandStep[]): Pid1Need {
	const below = steps.slice(0, steps.indexOf(step)).find(({ kind }) => kind === "init");
	const where = step.place === undefined ? "" : ` (${step.place})`;
	const advice = below === undefined ? "" : `; remove ${below.invocation?.path}, which would be PID 1 in its place`;
	return { message: `${reason}${where}${advice}`, step, below };
}

/** An unknown program may start one of its arguments. */
function whyArgumentMust({ argv }: CommandStep): string | undefined {
	const [program = "", ...words] = argv;
	if (isOrdinaryProgram(program)) return undefined;
	const given = words.find(
		(word, index) => (word.startsWith("/") || index === 0) && whyMustBePid1([word]) !== undefined,
	);
	return given && `${program} is given ${given}: ${whyMustBePid1([given])}`;
}

/** The init that becomes PID 1, directly or by an exec of the shells and scripts before it. */
export function findPid1Init(chains: readonly CommandChain[]): CommandStep | undefined {
	for (const { steps } of chains) {
		const init = steps.find(({ kind }) => kind === "init");
		if (init !== undefined && isInFront(init, steps)) return init;
	}
	return undefined;
}

/** Whether a command begins with an init, also in a shell's text. */
export function beginsWithInit(argv: readonly string[]): boolean {
	return readInitInvocation(argv) !== undefined || findPid1Init(followCommand(argv)) !== undefined;
}

/** Another init does not improve a shell's text that ends in an init, with or without exec. */
function isInFront(init: CommandStep, steps: readonly CommandStep[]): boolean {
	const before = steps.slice(1, steps.indexOf(init) + 1);
	return before.every(({ how }, index) => how === "exec" || steps[index]?.kind === "shell");
}

/**
 * Why the command may start a system init: something in the Dockerfile suggests one, and the command cannot be followed
 * to its end.
 * @returns undefined if the command is known, or nothing suggests a system init
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
