import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { expandShellWord, expandToText } from "../../core/shell/expand.ts";
import { tryParseShellScript } from "../../core/shell/parse.ts";
import {
	childNodes,
	type ShellAssignment,
	type ShellFunction,
	type ShellNode,
	type ShellWord,
	type SimpleCommand,
} from "../../core/shell/syntax.ts";
import { known, type ShellScope, type ShellValue } from "../../core/shell/value.ts";
import { UserError } from "../../core/user-error.ts";
import { type BuilderCommand, operandsOf, readBuilderCommand, valuesOf } from "../builder/builder-command.ts";
import { readFacts } from "../builder/single-build.ts";
import { fromKaniko } from "./kaniko-words.ts";
import { makeBuild, noteAt } from "./model/make-build.ts";
import type { DefinitionNote, DefinitionReading, StatedBuild } from "./model/stated-build.ts";
import type { Place, Scalar } from "./model/value.ts";
import { ScriptState } from "./script-state.ts";
import { showUnknown, toScalar, UNKNOWN } from "./unknown-part.ts";

/** A shell script in a build definition. */
export interface BuildScript {
	/** The name of the builds in it. */
	readonly name: string;
	readonly text: string;
	/** The place in the file of one of its lines, counted from 1. */
	readonly placeOf: (line: number) => Place;
	/** Its working directory, absolute; undefined if it is not known. */
	readonly folder: string | undefined;
	/** Variables that the file sets. */
	readonly variables: ReadonlyMap<string, string>;
}

/** A script without one of these words builds nothing. */
export const BUILDER = /\b(?:docker|docker-buildx|podman|buildah|nerdctl|executor)\b/;

/** The builds that a script states: its command lines of builders. */
export function readShellBuilds(script: BuildScript): DefinitionReading {
	if (!BUILDER.test(script.text)) return { builds: [], notes: [] };
	const nodes = tryParseShellScript(script.text.replace(/\$\(pwd\)|`pwd`/g, "$$PWD"));
	const walk = new ScriptWalk(script);
	walk.enterScript(nodes ?? []);
	return walk;
}

/** Commands that set variables whose names are among their words. */
const SETTERS = new Set(["read", "unset", "getopts", "mapfile", "readarray", "printf", "let"]);
/** Commands that usually are a condition: what follows their `&&` often does not run. */
const CONDITION = /^(?:\[\[?|test|grep|command|which|type|hash)(?!\S)/;
/** Functions that call each other could take forever. */
const MAX_CALLS = 500;

class ScriptWalk implements DefinitionReading {
	readonly builds: StatedBuild[] = [];
	readonly notes: DefinitionNote[] = [];
	readonly #script: BuildScript;
	readonly #state: ScriptState;
	readonly #functions = new Map<string, ShellNode>();
	readonly #called = new Set<string>();
	readonly #running = new Set<string>();
	/** The first words of all commands. */
	#named: ReadonlySet<string> = new Set();
	/** Whether only what a function changes matters, and not what it builds. */
	#isDefining = false;
	#calls = 0;
	readonly #found = new Set<string>();

	constructor(script: BuildScript) {
		this.#script = script;
		this.#state = new ScriptState(script.folder, script.variables);
	}

	/** Reads the commands in order, and finally the functions that none of them calls by name. */
	enterScript(nodes: readonly ShellNode[]): void {
		this.#named = new Set(listPrograms(nodes));
		this.#enterAll(nodes);
		for (const name of this.#functions.keys()) if (!this.#called.has(name)) this.#call(name);
	}

	#enterAll(nodes: readonly ShellNode[]): void {
		for (const node of nodes) this.#enter(node);
	}

	#enter(node: ShellNode): void {
		switch (node.kind) {
			case "simple":
				this.#run(node);
				break;
			case "function":
				this.#define(node);
				break;
			case "and-or":
				this.#enterChain([node.first, ...node.rest.map((each) => each.node)], node.rest);
				break;
			case "if":
				this.#enterMaybe(...node.branches.map(({ condition, body }) => [...condition, ...body]), node.otherwise);
				break;
			case "case":
				this.#enterMaybe(...node.arms.map(({ body }) => body));
				break;
			case "loop":
				if (node.variable !== undefined) this.#state.set(node.variable, undefined);
				this.#enterMaybe(childNodes(node));
				break;
			case "subshell":
			case "background":
			case "pipeline":
				this.#state.apart(() => this.#enterAll(childNodes(node)));
				break;
			default:
				this.#enterAll(childNodes(node));
		}
	}

	/** Enters lists of commands, of which only a run knows which it takes. */
	#enterMaybe(...lists: readonly (readonly ShellNode[])[]): void {
		this.#state.maybe(lists.map((nodes) => () => this.#enterAll(nodes)));
	}

	/** Commands are taken to succeed, other than conditions: what follows `||` is an exception. */
	#enterChain(nodes: readonly ShellNode[], operators: readonly { readonly operator: "&&" | "||" }[]): void {
		const start = this.#state.changeCount;
		let from = 0;
		for (let at = 1; at <= nodes.length; at++) {
			if (operators[at - 1]?.operator === "&&") continue;
			const part = nodes.slice(from, at);
			if (from === 0) this.#enterPart(part);
			else this.#state.otherwise(() => this.#enterPart(part), start);
			from = at;
		}
	}

	/** Enters commands with `&&` between them. */
	#enterPart(nodes: readonly ShellNode[]): void {
		const condition = nodes.findIndex(isCondition);
		const certain = condition === -1 ? nodes.length : condition + 1;
		this.#enterAll(nodes.slice(0, certain));
		this.#enterMaybe(nodes.slice(certain));
	}

	/** Any command after it may call a function that none calls by name. */
	#define({ name, body }: ShellFunction): void {
		this.#functions.set(name, body);
		if (this.#named.has(name) || this.#isDefining) return;
		this.#isDefining = true;
		this.#enterMaybe([body]);
		this.#isDefining = false;
	}

	/** Enters a function where it is called, since that decides what is known in it. */
	#call(name: string): void {
		const body = this.#functions.get(name);
		if (body === undefined || this.#isDefining || this.#running.has(name) || ++this.#calls > MAX_CALLS) return;
		this.#called.add(name);
		this.#running.add(name);
		this.#enterMaybe([body]);
		this.#running.delete(name);
	}

	get #scope(): ShellScope {
		const lookup = (name: string): readonly ShellValue[] | undefined => {
			const { folder } = this.#state;
			if (name === "PWD") return folder === undefined ? undefined : [known(folder)];
			const value = this.#state.get(name);
			return value === undefined ? undefined : [value];
		};
		return { script: "sh", args: [], isOpen: true, lookup };
	}

	#run({ assignments, declared = [], words, line }: SimpleCommand): void {
		for (const assignment of words.length === 0 ? assignments : declared) this.#assign(assignment);
		const texts = words.flatMap((word) => this.#expand(word));
		const [program = ""] = texts;
		if (SETTERS.has(program)) for (const name of texts) this.#state.set(name, undefined);
		this.#call(program);
		this.#changeFolder(texts);
		const command = readCommand(fromKaniko(texts, this.#state.folder));
		if (command?.kind === "build" && !this.#isDefining) this.#add(command, this.#script.placeOf(line));
	}

	#assign({ name, value, isAppended, isElement, elements }: ShellAssignment): void {
		const before = isAppended ? this.#state.get(name) : known("");
		if (isElement || elements !== undefined || before === undefined) {
			this.#state.set(name, undefined);
			return;
		}
		const { text, isKnown } = expandToText(value.raw, this.#scope);
		this.#state.set(name, { text: before.text + text, isKnown: isKnown && before.isKnown });
	}

	#changeFolder(words: readonly string[]): void {
		const [program, ...args] = words;
		if (program !== "cd" && program !== "pushd" && program !== "popd") return;
		const [to] = args.filter((arg) => arg !== "--");
		const { folder } = this.#state;
		const isKnown = program !== "popd" && to !== undefined && !/^[-+]/.test(to) && !to.includes(UNKNOWN);
		if (isKnown && isAbsolute(to)) this.#state.folder = to;
		else this.#state.folder = isKnown && folder !== undefined ? resolve(folder, to) : undefined;
	}

	#expand({ raw }: ShellWord): string[] {
		return expandShellWord(raw, this.#scope).map(({ text, isKnown }) => (isKnown ? text : text + UNKNOWN));
	}

	#add(command: BuilderCommand, place: Place): void {
		const { name } = this.#script;
		const { folder } = this.#state;
		const operands = operandsOf(command.arguments);
		const plain = operands.filter((operand) => !operand.includes(UNKNOWN));
		const context = plain[0] ?? operands.at(-1);
		const file = valuesOf(command.arguments, "file").at(-1);
		if (context === undefined) return;
		if (folder === undefined) {
			this.#note(noteAt(place, `${name}: the folder of this command is only known when it runs: skipped`));
			return;
		}
		if (context === "-" || file === "-") {
			this.#note(noteAt(place, `${name}: reads its Dockerfile or context from standard input: skipped`));
			return;
		}
		const { target, platforms, buildArgs = {}, contexts = {} } = readFacts(command, {});
		const scalar = (text: string | undefined): Scalar | undefined =>
			text === undefined ? undefined : toScalar(text, place);
		const table = (texts: Readonly<Record<string, string>>): Map<string, Scalar> =>
			new Map(Object.entries(texts).map(([key, text]) => [key, toScalar(text, place)]));
		const made = makeBuild(
			{
				name,
				place,
				context: scalar(context),
				dockerfile: scalar(file ?? findDefault(command, resolve(folder, context))),
				target: scalar(target),
				args: table(buildArgs),
				contexts: table(contexts),
				platforms: scalar(platforms?.join(",")),
			},
			{ folder, isFromFolder: true },
		);
		if (made.builds.length > 0) this.#note(...noteUnread(name, operands, place));
		this.builds.push(...made.builds.filter((build) => this.#isNew(build)));
		this.#note(...made.notes);
	}

	#note(...notes: readonly DefinitionNote[]): void {
		this.notes.push(...notes.filter((note) => this.#isNew(note)));
	}

	/** A function that is called again may build the same. */
	#isNew(found: StatedBuild | DefinitionNote): boolean {
		const key = JSON.stringify(found);
		const isNew = this.#running.size === 0 || !this.#found.has(key);
		this.#found.add(key);
		return isNew;
	}
}

function listPrograms(nodes: readonly ShellNode[]): readonly string[] {
	return nodes.flatMap((node) =>
		node.kind === "simple" ? (node.words[0]?.raw ?? []) : listPrograms(childNodes(node)),
	);
}

function isCondition(node: ShellNode): boolean {
	return node.kind === "not" || (node.kind === "simple" && CONDITION.test(node.words[0]?.raw ?? ""));
}

/** Words that may be options, whatever they are. */
function noteUnread(name: string, operands: readonly string[], place: Place): DefinitionNote[] {
	const unread = operands.filter((operand) => operand.includes(UNKNOWN));
	if (unread.length === 0) return [];
	return [
		noteAt(place, `${name}: pidone leaves out ${showUnknown(unread.join(" "))}, which is only known when it runs`),
	];
}

/** The command of a builder; undefined for words that builders reject or pidone does not know. */
function readCommand(words: readonly string[]): BuilderCommand | undefined {
	try {
		const command = readBuilderCommand(words);
		// An unknown platform or option makes the rest meaningless.
		readFacts(command, {});
		return command;
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

/** Podman and buildah prefer a Containerfile. */
function findDefault({ engine }: BuilderCommand, context: string): string | undefined {
	if (engine !== "podman" && engine !== "buildah") return undefined;
	const file = resolve(context, "Containerfile");
	return existsSync(file) ? file : undefined;
}
