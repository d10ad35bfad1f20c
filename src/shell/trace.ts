// Follows a shell script without running it: which programs it becomes (exec), or stays the parent of. What depends on the container goes both ways.

import { runBuiltin } from "./builtins.ts";
import { expandShellWord, expandToText } from "./expand.ts";
import { parseShellScript } from "./parse.ts";
import { shellPattern } from "./pattern.ts";
import { assign, type ScriptWay, type ShellMachine, type ShellState } from "./state.ts";
import type { ShellNode, SimpleCommand } from "./syntax.ts";
import type { ShellScope, ShellValue } from "./value.ts";

/** Where a script is followed. */
export interface TraceContext {
	/** `$0`. */
	readonly script: string;
	/** What messages call the script. */
	readonly file: string;
	readonly args: readonly ShellValue[];
	/** Whether more arguments follow that are not known. */
	readonly isOpen: boolean;
	/** The image's environment. */
	readonly lookup: (name: string) => string | undefined;
	/** The text of a script that is sourced; undefined when it is not known. */
	readonly readSourced: (path: string) => { readonly text: string; readonly file: string } | undefined;
}

/** What a script does, as far as it can be followed. */
export interface ScriptTrace {
	/** In the order in which they are met. */
	readonly ways: readonly ScriptWay[];
	/** Whether it handles a stop signal itself. */
	readonly hasTrap: boolean;
	/** Why not all ways are known; undefined when they are. */
	readonly gap?: string;
}

/** Follows a script. Throws ShellSyntaxError for one that does not parse. */
export function traceScript(text: string, context: TraceContext): ScriptTrace {
	return new Tracer(context).trace(text);
}

const MAX_STATES = 24;
const MAX_STEPS = 20_000;
const MAX_CALLS = 12;

/** Goes through a script with all states that are possible. */
class Tracer implements ShellMachine {
	readonly #context: TraceContext;
	readonly #ways: ScriptWay[] = [];
	readonly #functions = new Map<string, ShellNode>();
	#file: string;
	#steps = 0;
	#calls = 0;
	#gap: string | undefined;
	#hasTrap = false;

	constructor(context: TraceContext) {
		this.#context = context;
		this.#file = context.file;
	}

	trace(text: string): ScriptTrace {
		const { args, isOpen } = this.#context;
		const start: ShellState = { variables: new Map(), args, isOpen, status: true, last: [], background: [] };
		for (const state of this.#runAll(parseShellScript(text), [start])) this.end(state);
		return { ways: distinct(this.#ways), hasTrap: this.#hasTrap, ...(this.#gap === undefined ? {} : { gap: this.#gap }) };
	}

	end({ last }: ShellState): void {
		this.#ways.push(...last);
	}

	replaceBy(argv: readonly ShellValue[], line: number): void {
		this.#ways.push({ argv, how: "exec", file: this.#file, line });
	}

	startChild(argv: readonly ShellValue[], line: number, state: ShellState): ShellState {
		return { ...state, status: undefined, last: [{ argv, how: "child", file: this.#file, line }] };
	}

	noteTrap(): void {
		this.#hasTrap = true;
	}

	noteGap(line: number, why: string): void {
		this.#gap ??= `${this.#file}:${line} ${why}`;
	}

	#scopeOf({ args, isOpen, variables }: ShellState): ShellScope {
		const { script, lookup } = this.#context;
		return {
			script,
			args,
			isOpen,
			lookup: (name) => {
				if (variables.has(name)) return variables.get(name);
				const value = lookup(name);
				return value === undefined ? undefined : [{ text: value, isKnown: true }];
			},
		};
	}

	#runAll(nodes: readonly ShellNode[], states: readonly ShellState[]): ShellState[] {
		let current = [...states];
		for (const node of nodes) {
			const left = current.filter(({ leaving }) => leaving !== undefined);
			const staying = current.filter(({ leaving }) => leaving === undefined);
			if (staying.length === 0) return current;
			current = [...left, ...this.#run(node, staying)];
		}
		return current;
	}

	runText(text: string, state: ShellState): ShellState[] {
		return this.#nested(() => this.#runAll(parseShellScript(text), [state]), state, this.#file);
	}

	runSourced(path: string, state: ShellState): ShellState[] | undefined {
		const found = this.#context.readSourced(path);
		if (found === undefined) return undefined;
		const { text, file } = found;
		return this.#nested(() => this.#runAll(parseShellScript(text), [state]), state, file);
	}

	callFunction(name: string, args: readonly ShellValue[], state: ShellState): ShellState[] | undefined {
		const body = this.#functions.get(name);
		if (body === undefined) return undefined;
		const called = { ...state, args, isOpen: false };
		const states = this.#nested(() => this.#run(body, [called]), called, this.#file);
		return states.map(({ leaving: _, ...after }) => ({ ...after, args: state.args, isOpen: state.isOpen }));
	}

	#nested(run: () => ShellState[], state: ShellState, file: string): ShellState[] {
		if (this.#calls >= MAX_CALLS) return [state];
		const outer = this.#file;
		this.#file = file;
		this.#calls++;
		try {
			return run();
		} finally {
			this.#calls--;
			this.#file = outer;
		}
	}

	#run(node: ShellNode, states: readonly ShellState[]): ShellState[] {
		if (++this.#steps > MAX_STEPS) {
			this.#gap ??= `${this.#file} is too long to be followed`;
			return [...states];
		}
		switch (node.kind) {
			case "simple":
				return states.flatMap((state) => this.#simple(node, state));
			case "group":
				return this.#runAll(node.body, states);
			case "subshell":
				return states.map((state) => ({ ...state, status: undefined, last: this.#inSubshell(node.body, state) }));
			case "pipeline":
				return states.map((state) => ({ ...state, status: undefined, last: this.#inPipeline(node.commands, state) }));
			case "background":
				return states.map((state) => ({ ...state, status: true, background: [...state.background, ...this.#inSubshell([node.body], state)] }));
			case "function":
				this.#functions.set(node.name, node.body);
				return [...states];
			case "not":
				return this.#run(node.body, states).map((state) => ({ ...state, status: state.status === undefined ? undefined : !state.status }));
			case "and-or":
				return this.#andOr(node, states);
			case "if":
				return this.#if(node, states);
			case "case":
				return states.flatMap((state) => this.#case(node, state));
			case "loop":
				return this.#join([...states, ...this.#runAll(node.body, this.#runAll(node.condition, states))]);
		}
	}

	/** What a copy of the shell starts: `exec` replaces only the copy. */
	#inSubshell(body: readonly ShellNode[], state: ShellState): ScriptWay[] {
		const from = this.#ways.length;
		const { background: _, ...inner } = state;
		for (const each of this.#runAll(body, [{ ...inner, last: [], background: [] }])) this.end(each);
		return this.#ways.splice(from).map((way) => ({ ...way, how: "child" }));
	}

	/** The first program of a pipeline that is more than a source of text. */
	#inPipeline(commands: readonly ShellNode[], state: ShellState): ScriptWay[] {
		const all = commands.map((command) => this.#inSubshell([command], state));
		return all.find((ways) => ways.length > 0) ?? [];
	}

	#andOr({ first, rest }: Extract<ShellNode, { kind: "and-or" }>, states: readonly ShellState[]): ShellState[] {
		return this.#join(
			states.flatMap((state) => {
				let current = this.#run(first, [state]);
				for (const { operator, node } of rest) current = current.flatMap((left) => this.#right(operator, node, left, state));
				return current;
			}),
		);
	}

	/** The right side of `&&` or `||`, where the left side asks for it. What fails to the left of `&&` is not what the script runs. */
	#right(operator: "&&" | "||", node: ShellNode, left: ShellState, before: ShellState): ShellState[] {
		const wanted = operator === "&&";
		if (left.leaving !== undefined || left.status === !wanted) return [left];
		const taken = this.#run(node, [left]);
		return left.status === wanted ? taken : [wanted ? { ...left, last: before.last } : left, ...taken];
	}

	#if({ branches, otherwise }: Extract<ShellNode, { kind: "if" }>, states: readonly ShellState[]): ShellState[] {
		const done: ShellState[] = [];
		let open: readonly ShellState[] = states;
		for (const { condition, body } of branches) {
			if (open.length === 0) break;
			// What a condition runs has ended.
			const tested = open.flatMap((state) => this.#runAll(condition, [state]).map((after) => ({ ...after, last: state.last })));
			const staying = tested.filter(({ leaving }) => leaving === undefined);
			done.push(...tested.filter(({ leaving }) => leaving !== undefined));
			done.push(
				...this.#runAll(
					body,
					staying.filter(({ status }) => status !== false),
				),
			);
			open = staying.filter(({ status }) => status !== true);
		}
		return this.#join([...done, ...this.#runAll(otherwise, open)]);
	}

	#case({ word, arms }: Extract<ShellNode, { kind: "case" }>, state: ShellState): ShellState[] {
		const scope = this.#scopeOf(state);
		const value = expandToText(word.raw, scope);
		const done: ShellState[] = [];
		let isOpen = true;
		for (const { patterns, body, goesOn } of arms) {
			const match = matchArm(
				patterns.map(({ raw }) => expandToText(raw, scope)),
				value,
			);
			if (match === false) continue;
			done.push(...this.#runAll(body, [state]));
			if (match === true && !goesOn) {
				isOpen = false;
				break;
			}
		}
		return this.#join(isOpen ? [...done, { ...state, status: true }] : done);
	}

	/** Equal states are one; of too many, the last count, and the trace has a gap. */
	#join(states: readonly ShellState[]): ShellState[] {
		const byKey = new Map(states.map((state) => [keyOf(state), state]));
		if (byKey.size > MAX_STATES) this.#gap ??= `${this.#file} has too many branches to be followed`;
		return [...byKey.values()].slice(-MAX_STATES);
	}

	#simple(command: SimpleCommand, state: ShellState): ShellState[] {
		const scope = this.#scopeOf(state);
		const argv = command.words.flatMap(({ raw }) => expandShellWord(raw, scope));
		const [program] = argv;
		if (program === undefined) return [assign({ ...state, status: true }, command.assignments, scope)];
		return (program.isKnown ? runBuiltin(this, program.text, { argv, command, state, scope }) : undefined) ?? [this.startChild(argv, command.line, state)];
	}
}

/** Whether one of an arm's patterns matches: for certain, certainly not, or perhaps. */
function matchArm(patterns: readonly ShellValue[], value: ShellValue): boolean | undefined {
	if (patterns.some(({ text }) => text === "*")) return true;
	if (!value.isKnown) return undefined;
	if (patterns.some(({ text, isKnown }) => isKnown && shellPattern(text).test(value.text))) return true;
	return patterns.every(({ isKnown }) => isKnown) ? false : undefined;
}

function keyOf({ variables, args, isOpen, status, last, background, leaving }: ShellState): string {
	return JSON.stringify([[...variables], args, isOpen, status ?? null, last, background, leaving ?? null]);
}

function distinct(ways: readonly ScriptWay[]): ScriptWay[] {
	return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}
