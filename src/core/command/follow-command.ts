// What a container really runs: from its argument vector through inits, wrappers, shells and scripts to the program at
// the end.
import { effectiveInvocation } from "../inits/effective-invocation.ts";
import { baseName, type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import { ShellSyntaxError } from "../shell/lexer.ts";
import { type ScriptTrace, traceScript } from "../shell/trace.ts";
import type { TraceContext } from "../shell/trace-context.ts";
import { known, type ShellValue, splitRest } from "../shell/value.ts";
import { WorkBudget } from "../shell/work-budget.ts";
import { type CommandChain, type CommandImage, type CommandStep, UNKNOWN_IMAGE } from "./command-chain.ts";
import { splitEnvText } from "./env-words.ts";
import { findSystemExec, foreignScriptAt } from "./foreign-script.ts";
import type { ImageFile } from "./image-file.ts";
import { describeOpaque, type OpaqueProgram } from "./opaque-program.ts";
import { isOrdinaryProgram } from "./ordinary-programs.ts";
import { folderFrom, makeStep, type Pending, type StepFacts, skip } from "./pending.ts";
import { ProcessEnvironment } from "./process-environment.ts";
import { lastLeadsGroup } from "./process-groups.ts";
import { readRenamedInit } from "./renamed-init.ts";
import { isBashScript, readScript } from "./script-file.ts";
import { readShell, replacesItself } from "./shell-words.ts";
import { readTraps } from "./stop-traps.ts";
import { readWrapping } from "./wrappers.ts";

/**
 * Follows a command to the programs that it may end in.
 * @param isOpen whether unknown arguments follow
 * @returns every chain that it may run, the likeliest first; none for an empty command
 */
export function followCommand(
	argv: readonly string[],
	image: CommandImage = UNKNOWN_IMAGE,
	isOpen = false,
): readonly CommandChain[] {
	if (argv.length === 0) return [];
	const words = argv.map((text, index): ShellValue => ({ text, isKnown: true, tag: index }));
	const environment = new ProcessEnvironment(image.environment);
	const start = {
		words,
		isOpen,
		index: 0,
		how: "exec",
		isForeground: false,
		isJob: false,
		place: undefined,
		folder: ".",
		environment,
	} as const;
	return new CommandFollower(image).follow(start, []);
}

/** Reads the words of an init. A script with the name of an init is not that init. */
function readInit(argv: readonly string[], file: ImageFile | undefined): InitInvocation | undefined {
	return file?.text?.startsWith("#!") ? undefined : (readInitInvocation(argv) ?? readRenamedInit(file, argv));
}

/** The programs in the likeliest chain of a command, without any context; empty for an empty command. */
export function mainSteps(argv: readonly string[], stopSignal?: string): readonly CommandStep[] {
	return followCommand(argv, { ...UNKNOWN_IMAGE, stopSignal })[0]?.steps ?? [];
}

type AddStep = (facts: StepFacts) => CommandStep[];

const MAX_STEPS = 40;
const MAX_CHAINS = 48;
/** The maximum number of programs in all chains. */
const MAX_PROGRAMS = 400;
/** A few tenths of a second for all scripts together. */
const SCRIPT_WORK = 1_600_000;

class CommandFollower {
	readonly #image: CommandImage;
	readonly #budget = new WorkBudget(SCRIPT_WORK);
	#chains = 0;
	#programs = 0;

	constructor(image: CommandImage) {
		this.#image = image;
	}

	follow(next: Pending, before: readonly CommandStep[]): readonly CommandChain[] {
		const words = splitEnvText(next.words);
		const [program] = words;
		if (program === undefined) return next.isOpen ? this.#end(before, "its arguments are unknown") : [];
		const argv = words.map(({ text }) => text);
		const pending = { ...next, words, index: program.tag ?? next.index };
		const add = (facts: StepFacts): CommandStep[] => [...before, makeStep(pending, facts)];
		if (!program.isKnown)
			return this.#end(add({ kind: "program" }), `what ${shorten(program.text)} stands for is unknown`);
		if (before.length > MAX_STEPS || ++this.#programs > MAX_PROGRAMS) {
			return this.#end(add({ kind: "program" }), "the chain of programs is too long to follow");
		}
		const file = isOrdinaryProgram(program.text) ? undefined : this.#findProgram(program.text, pending);
		const written = readInit(argv, file);
		const invocation = written && effectiveInvocation(written, next.environment);
		if (invocation !== undefined)
			return this.#inner(skip(pending, invocation.length, "child"), add({ kind: "init", invocation, file }));
		if (file?.text !== undefined) return this.#file(file, file.text, pending, add);
		const shell = readShell(argv);
		if (shell?.kind === "script") return this.#script(skip(pending, shell.at, "exec"), add({ kind: "shell" }));
		if (shell?.kind === "text") return this.#text(shell.at, pending, add({ kind: "shell" }));
		const script = words[foreignScriptAt(argv)];
		const foreign = script?.isKnown ? this.#image.findScript(script.text, next.folder) : undefined;
		if (foreign?.text !== undefined) return this.#foreign(foreign, foreign.text, pending, add({ kind: "program" }));
		return this.#wrapped(pending, argv, ({ kind }) => add({ kind, file }), describeOpaque(program.text, file));
	}

	#wrapped(
		pending: Pending,
		argv: readonly string[],
		add: AddStep,
		{ unknown, isOwn }: OpaqueProgram,
	): readonly CommandChain[] {
		const wrapping = readWrapping(argv, lastLeadsGroup(add({ kind: "wrapper" })));
		if (wrapping === undefined || (wrapping.isAssumed && isOwn)) return this.#end(add({ kind: "program" }), unknown);
		const { length, how, textFrom, isShellText, isScript, prefix = [] } = wrapping;
		const rest = skip(pending, length, how);
		if (isScript) return this.#script(rest, add({ kind: "shell" }));
		if (textFrom === undefined)
			return this.#inner({ ...rest, words: [...prefix.map(known), ...rest.words] }, add({ kind: "wrapper" }));
		const [text, ...args] = pending.words.slice(length);
		if (text === undefined) return this.#end(add({ kind: "program" }), unknown);
		const words = [known("sh"), known("-c"), { ...text, text: text.text.slice(textFrom) }, ...args];
		const inner = { ...rest, words };
		const steps = add({ kind: "wrapper" });
		if (!isShellText) return this.#text(2, inner, steps, how);
		return this.#text(2, inner, [...steps, makeStep(inner, { kind: "shell" })]);
	}

	/** Follows what an init or a wrapper runs; with nothing to run, it is the final program itself. */
	#inner(pending: Pending, steps: readonly CommandStep[]): readonly CommandChain[] {
		return pending.words.length === 0 && !pending.isOpen ? this.#end(steps, undefined) : this.follow(pending, steps);
	}

	/** Follows the script that a shell runs: it needs neither an x bit nor `#!`. */
	#script(pending: Pending, steps: readonly CommandStep[]): readonly CommandChain[] {
		const [word] = pending.words;
		const at = { ...pending, index: word?.tag ?? pending.index, place: undefined };
		const add = (facts: Partial<StepFacts> = {}): CommandStep[] => [
			...steps,
			makeStep(at, { kind: "script", ...facts }),
		];
		if (word?.isKnown === false) return this.#end(add(), `what ${shorten(word.text)} stands for is unknown`);
		const file = word && (this.#image.findScript(word.text, pending.folder) ?? this.#findProgram(word.text, pending));
		if (file?.text === undefined)
			return this.#end(add(), file?.unreadable ?? `${word?.text} is not in the Dockerfile or its build context`);
		return this.#trace(file, file.text, { ...pending, index: at.index }, add);
	}

	#file(file: ImageFile, text: string, pending: Pending, add: AddStep): readonly CommandChain[] {
		const { kind, interpreter } = readScript(text);
		if (kind === "shell") return this.#trace(file, text, pending, add);
		const words = splitEnvText((interpreter ?? []).map(known));
		if (readInitInvocation(words.map((word) => word.text)) === undefined)
			return this.#foreign(file, text, pending, add({ kind: "program", file }));
		// `#!/usr/bin/dumb-init /bin/sh`
		return this.follow(
			{ ...pending, words: [...words, known(file.path), ...pending.words.slice(1)] },
			add({ kind: "program" }).slice(0, -1),
		);
	}

	/** A script in another language is the final program, unless it says that it becomes one that must be PID 1. */
	#foreign(file: ImageFile, text: string, pending: Pending, steps: readonly CommandStep[]): readonly CommandChain[] {
		const system = findSystemExec(text);
		const end = this.#end(steps, undefined);
		if (system === undefined) return end;
		const words = [known(system.program)];
		return [...this.follow({ ...pending, words, how: "exec", place: file.placeOf(system.line) }, steps), ...end];
	}

	/** Follows a script's text. */
	#trace(file: ImageFile, text: string, pending: Pending, add: AddStep): readonly CommandChain[] {
		const isAgain =
			add({ kind: "script" })
				.slice(0, -1)
				.filter((step) => step.file?.path === file.path).length > 1;
		// Some scripts start themselves again as another user: follow a script twice, but not for ever.
		if (isAgain) return [];
		const [script, ...args] = pending.words;
		const name = script?.text ?? "";
		// A script found through PATH gets its full path as $0.
		const before = add({ kind: "script" }).slice(0, -1);
		const starter = before.at(-1)?.argv ?? [];
		const isBash = isBashScript(text, readShell(starter)?.kind === "script" ? starter[0] : undefined);
		const traced = this.#tryTrace(
			text,
			{ script: name.includes("/") ? name : file.path, file: file.name, args, isOpen: pending.isOpen, isBash },
			pending,
		);
		if (typeof traced === "string") return this.#end(add({ kind: "script", file }), traced);
		const steps = add({ kind: "script", file, ...readTraps(traced.traps, isBash, this.#image.stopSignal, before) });
		return this.#ways(traced, pending, steps, (from, line) =>
			from === file.name ? file.placeOf(line) : `${from}:${line}`,
		);
	}

	/** Follows the text of `sh -c text`; the words after it are `$0`, `$1` and so on. */
	#text(at: number, pending: Pending, steps: readonly CommandStep[], how?: "exec" | "child"): readonly CommandChain[] {
		const [text, script, ...args] = pending.words.slice(at);
		if (text?.isKnown === false) return this.#end(steps, `what ${shorten(text.text)} stands for is unknown`);
		const shell = steps.at(-1);
		const isBash = baseName(shell?.argv[0] ?? "") === "bash";
		const traced = this.#tryTrace(
			text?.text ?? "",
			{ script: script?.text ?? "sh", file: "", args, isOpen: pending.isOpen, isBash },
			pending,
		);
		if (typeof traced === "string") return this.#end(steps, traced);
		const kept = how ?? (replacesItself(pending.words[0]?.text ?? "", text?.text ?? "") ? "exec" : undefined);
		const ways = kept === undefined ? traced.ways : traced.ways.map((way) => ({ ...way, how: kept }));
		const handling = readTraps(traced.traps, isBash, this.#image.stopSignal, steps);
		return this.#ways(
			{ ...traced, ways },
			{ ...pending, index: text?.tag ?? pending.index },
			shell === undefined ? steps : [...steps.slice(0, -1), { ...shell, ...handling }],
			() => pending.place,
		);
	}

	#ways(
		{ ways, gap, cut }: ScriptTrace,
		pending: Pending,
		steps: readonly CommandStep[],
		placeOf: (file: string, line: number) => string | undefined,
	): readonly CommandChain[] {
		const chains: CommandChain[] = [];
		let left = cut;
		// A script usually ends with the last one.
		for (const way of [...ways].reverse()) {
			if (this.#chains >= MAX_CHAINS) {
				left ??= `${nameOf(steps)} has too many branches to follow`;
				break;
			}
			const { values: words, isOpen } = splitRest(way.argv);
			const next = {
				words,
				isOpen,
				index: pending.index,
				how: way.how,
				isForeground: way.isForeground,
				isJob: way.isJob,
				place: placeOf(way.file, way.line),
				folder: folderFrom(pending.folder, way.folder),
				environment: pending.environment.with(way.environment),
			};
			chains.push(...this.follow(next, steps));
		}
		if (left !== undefined) return [...chains, ...this.#end(steps, left)];
		if (chains.length > 0) return chains;
		return this.#end(steps, ways.length > 0 ? `${nameOf(steps)} starts itself over and over` : gap);
	}

	#tryTrace(
		text: string,
		script: Pick<TraceContext, "script" | "file" | "args" | "isOpen" | "isBash">,
		{ folder, environment }: Pending,
	): ScriptTrace | string {
		const readSourced = (path: string, from: string | undefined): { text: string; file: string } | undefined => {
			const { findProgram, findScript } = this.#image;
			const at = folderFrom(folder, from);
			const found = findProgram(path, at, environment.changedPath) ?? findScript(path, at);
			return found?.text === undefined ? undefined : { text: found.text, file: found.name };
		};
		try {
			return traceScript(text, {
				lookup: (name) => environment.find(name),
				readSourced,
				budget: this.#budget,
				...script,
			});
		} catch (error) {
			if (error instanceof ShellSyntaxError)
				return `line ${error.line} of ${script.file === "" ? "its text" : script.file} cannot be read: ${error.message}`;
			throw error;
		}
	}

	#findProgram(word: string, { folder, environment }: Pending): ImageFile | undefined {
		return this.#image.findProgram(word, folder, environment.changedPath);
	}

	#end(steps: readonly CommandStep[], unknown: string | undefined): readonly CommandChain[] {
		if (steps.length === 0) return [];
		this.#chains++;
		return [unknown === undefined ? { steps } : { steps, unknown }];
	}
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function nameOf(steps: readonly CommandStep[]): string {
	return steps.at(-1)?.file?.name ?? "it";
}
