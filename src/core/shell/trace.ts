// Follows a shell script without running it: which programs replace it (exec), and which ones it waits for. Where that
// depends on the container, follows both branches.

import { flatMap } from "../flat-map.ts";
import { runAndOr, runCase, runIf } from "./branches.ts";
import { runBuiltin } from "./builtins.ts";
import { assignDefaults } from "./default-assignments.ts";
import { expandShellWord } from "./expand.ts";
import { joinStates, sizeOf } from "./join-states.ts";
import { ShellSyntaxError } from "./lexer.ts";
import { runLoop } from "./loop.ts";
import { parseShellScript } from "./parse.ts";
import { addRelevantVariables } from "./relevant-variables.ts";
import { runsForever } from "./short-lived.ts";
import {
	afterAssigned,
	afterFunction,
	assign,
	assignFor,
	distinctWays,
	exportedBy,
	isInForeground,
	type ScriptWay,
	type ShellMachine,
	type ShellState,
	startWith,
} from "./state.ts";
import type { ShellNode, SimpleCommand } from "./syntax.ts";
import { scopeIn, startsJobs, type TraceContext } from "./trace-context.ts";
import { sendsSignal, type Trap } from "./traps.ts";
import { type ShellScope, type ShellValue, splitRest } from "./value.ts";
import { WorkLimitError } from "./work-budget.ts";

/** What a script does, as far as it can be followed. */
export interface ScriptTrace {
	/** In the order of the script. */
	readonly ways: readonly ScriptWay[];
	/** The signals that it handles itself: names without SIG, or numbers; EXIT if it sends a signal then. */
	readonly traps: ReadonlySet<string>;
	/** Something unknown that may start other programs; this is unlikely if `ways` is not empty. */
	readonly gap?: string;
	/** Why it was not followed to the end. */
	readonly cut?: string;
}

/** Follows a script. Throws ShellSyntaxError for one that does not parse. */
export function traceScript(text: string, context: TraceContext): ScriptTrace {
	return new Tracer(context).trace(text);
}

const MAX_CALLS = 12;
/** Of more programs in the background, only the last ones are kept. */
const MAX_BACKGROUND = 30;

/** Follows a script in all its possible states. */
class Tracer implements ShellMachine {
	readonly #context: TraceContext;
	readonly #ways: ScriptWay[] = [];
	readonly #functions = new Map<
		string,
		{ readonly body: ShellNode; readonly file: string; readonly line: number | undefined }
	>();
	readonly #relevant = new Set<string>();
	#file: string;
	/** The line of the command that runs the current text, such as `eval`; undefined in a file. */
	#line: number | undefined;
	#calls = 0;
	#gap: string | undefined;
	#cut: string | undefined;
	#traps: ReadonlySet<string> = new Set();

	constructor(context: TraceContext) {
		this.#context = context;
		this.#file = context.file;
	}

	trace(text: string): ScriptTrace {
		const { args, isOpen, file } = this.#context;
		try {
			for (const state of this.runAll(this.#parse(text), [startWith(args, isOpen)])) this.end(state);
		} catch (error) {
			if (!(error instanceof WorkLimitError)) throw error;
			return { ways: [], traps: this.#traps, cut: `${file === "" ? "its text" : file} is too long to follow` };
		}
		const facts = {
			...(this.#gap === undefined ? {} : { gap: this.#gap }),
			...(this.#cut === undefined ? {} : { cut: this.#cut }),
		};
		return { ways: distinctWays(this.#ways), traps: this.#traps, ...facts };
	}

	end({ last }: ShellState): void {
		this.#ways.push(...last);
	}

	replaceBy(argv: readonly ShellValue[], line: number, state: ShellState): void {
		this.#ways.push(this.#wayOf(argv, "exec", line, state));
	}

	startChild(argv: readonly ShellValue[], line: number, state: ShellState): ShellState {
		return { ...state, status: undefined, last: [this.#wayOf(argv, "child", line, state)] };
	}

	#wayOf(argv: readonly ShellValue[], how: ScriptWay["how"], line: number, state: ShellState): ScriptWay {
		const environment = exportedBy(state, (name) => this.#context.lookup(name) !== undefined);
		this.spend(environment.reduce((size, [, value]) => size + (value?.text.length ?? 0) / 20, environment.length));
		const place = { file: this.#file, line: this.#line ?? line };
		const isJob = how === "child" && startsJobs(this.#context, state);
		return { argv, how, isForeground: isInForeground(how, state), isJob, ...place, folder: state.folder, environment };
	}

	noteTrap({ action, signals }: Trap): void {
		const isSent = sendsSignal(action, (name) => this.#functions.get(name)?.body);
		this.#traps = new Set([...this.#traps, ...signals.filter((signal) => isSent || !/^(?:EXIT|0)$/.test(signal))]);
	}

	noteGap(line: number, why: string): void {
		this.#gap ??= `${this.#file}:${this.#line ?? line} ${why}`;
	}

	spend(work: number): void {
		this.#context.budget.spend(work);
	}

	scopeOf(state: ShellState): ShellScope {
		return scopeIn(this.#context, state);
	}

	runAll(nodes: readonly ShellNode[], states: readonly ShellState[]): ShellState[] {
		let current = [...states];
		for (const node of nodes) {
			const left = current.filter(({ leaving }) => leaving !== undefined);
			const staying = current.filter(({ leaving }) => leaving === undefined);
			if (staying.length === 0) return current;
			current = [...left, ...this.#run(node, staying)];
		}
		return current;
	}

	runText(text: string, state: ShellState, line: number): ShellState[] {
		const place = { file: this.#file, line: this.#line ?? line };
		return this.#nested(() => this.runAll(this.#parse(text), [state]), state, place);
	}

	runSourced(path: string, given: readonly ShellValue[], state: ShellState): ShellState[] | undefined {
		const found = this.#context.readSourced(path, state.folder);
		if (found === undefined) return undefined;
		const { text, file } = found;
		const run = (from: ShellState): ShellState[] =>
			this.#nested(() => this.runAll(this.#parse(text), [from]), from, { file, line: undefined });
		if (given.length === 0) return run(state);
		// bash lets a sourced file have its own arguments.
		const { values: args, isOpen } = splitRest(given);
		return run({ ...state, args, isOpen }).map((after) => ({ ...after, args: state.args, isOpen: state.isOpen }));
	}

	defineAlias(name: string, text: string, line: number): void {
		const body: ShellNode = { kind: "group", body: this.#parse(`${text} "$@"`) };
		this.#functions.set(name, { body, file: this.#file, line: this.#line ?? line });
	}

	callFunction(name: string, given: readonly ShellValue[], state: ShellState): ShellState[] | undefined {
		const found = this.#functions.get(name);
		if (found === undefined) return undefined;
		const { values: args, isOpen } = splitRest(given);
		const called = { ...state, args, isOpen, locals: new Map() };
		const states = this.#nested(() => this.#run(found.body, [called]), called, found);
		return states.map((after) => afterFunction(after, state));
	}

	#parse(text: string): readonly ShellNode[] {
		this.spend(text.length);
		const nodes = parseShellScript(text);
		addRelevantVariables(nodes, this.#relevant);
		return nodes;
	}

	#nested(
		run: () => ShellState[],
		state: ShellState,
		place: { readonly file: string; readonly line: number | undefined },
	): ShellState[] {
		if (this.#calls >= MAX_CALLS) return [state];
		const outer = { file: this.#file, line: this.#line };
		this.#file = place.file;
		this.#line = place.line;
		this.#calls++;
		try {
			return run();
		} catch (error) {
			if (!(error instanceof ShellSyntaxError)) throw error;
			this.noteGap(error.line, `cannot be read: ${error.message}`);
			return [{ ...state, status: undefined }];
		} finally {
			this.#calls--;
			this.#file = outer.file;
			this.#line = outer.line;
		}
	}

	#run(node: ShellNode, states: readonly ShellState[]): ShellState[] {
		this.spend(10 + states.length);
		switch (node.kind) {
			case "simple":
				return flatMap(states, (state) => this.#simple(node, state));
			case "group":
				return this.runAll(node.body, states);
			case "subshell":
				return states.map((state) => ({ ...state, status: undefined, last: this.#inSubshell(node.body, state) }));
			case "pipeline":
				return states.map((state) => ({ ...state, status: undefined, last: this.#inPipeline(node.commands, state) }));
			case "background":
				return states.map((state) => this.#inBackground(node.body, state));
			case "function":
				this.#functions.set(node.name, { body: node.body, file: this.#file, line: this.#line });
				return [...states];
			case "not":
				return this.#run(node.body, states).map((state) => ({
					...state,
					status: state.status === undefined ? undefined : !state.status,
				}));
			case "and-or":
				return this.join(flatMap(states, (state) => runAndOr(this, node, state)));
			case "if":
				return runIf(this, node, states);
			case "case":
				return this.join(flatMap(states, (state) => runCase(this, node, state)));
			case "loop":
				return this.join(flatMap(states, (state) => runLoop(this, node, state)));
		}
	}

	#inBackground(body: ShellNode, state: ShellState): ShellState {
		const job = state.jobs + 1;
		const started = this.#inSubshell([body], state).map((way) => ({ ...way, isForeground: false, job }));
		return { ...state, status: true, jobs: job, background: [...state.background, ...started].slice(-MAX_BACKGROUND) };
	}

	/** What a subshell starts: `exec` replaces only the subshell. */
	#inSubshell(body: readonly ShellNode[], state: ShellState): ScriptWay[] {
		const from = this.#ways.length;
		const traps = this.#traps;
		const { background: _, ...inner } = state;
		for (const each of this.runAll(body, [{ ...inner, last: [], background: [] }])) this.end(each);
		// What the copy of the shell traps does not concern the shell itself.
		this.#traps = traps;
		const isForeground = isInForeground("child", state);
		return this.#ways
			.splice(from)
			.map((way) => ({ ...way, how: "child", isForeground, isJob: way.isJob || startsJobs(this.#context, state) }));
	}

	/** Of a pipeline, the first program that does more than produce text. */
	#inPipeline(commands: readonly ShellNode[], state: ShellState): ScriptWay[] {
		const all = commands.map((command) => this.#inSubshell([command], state));
		return all.find((ways) => ways.length > 0) ?? [];
	}

	/** Merges equal states. If too many are left, only the last ones are kept. */
	join(states: readonly ShellState[]): ShellState[] {
		this.spend(sizeOf(states));
		const joined = joinStates(states, this.#relevant);
		if (joined !== undefined) return joined;
		this.#cut ??= `${this.#file === "" ? "its text" : this.#file} has too many branches to follow`;
		return states.slice(-8);
	}

	#simple(command: SimpleCommand, state: ShellState): ShellState[] {
		const scope = this.scopeOf(state);
		this.spend(command.words.reduce((size, { raw }) => size + raw.length, command.assignments.length));
		const argv = flatMap(command.words, ({ raw }) => expandShellWord(raw, scope));
		// Many builtins copy all variables.
		this.spend(argv.length * 2 + state.variables.size / 2);
		const [program] = argv;
		if (program === undefined) return [assign({ ...state, status: true }, command.assignments, scope)];
		const { assignments, line } = command;
		const expanded = assignDefaults(command.words, state, scope);
		const given = assignFor(expanded, assignments, scope);
		const ran = program.isKnown ? runBuiltin(this, program.text, { argv, command, state: given, scope }) : undefined;
		if (ran === undefined && program.isKnown && runsForever(argv)) {
			const last = [{ ...this.#wayOf(argv, "child", line, given), isForeground: true }];
			this.end({ ...given, last });
			return [];
		}
		return (ran ?? [this.startChild(argv, line, given)]).map((after) => afterAssigned(after, expanded, assignments));
	}
}
