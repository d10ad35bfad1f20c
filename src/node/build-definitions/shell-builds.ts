import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { expandShellWord, expandToText } from "../../core/shell/expand.ts";
import { tryParseShellScript } from "../../core/shell/parse.ts";
import { childNodes, type ShellNode, type ShellWord, type SimpleCommand } from "../../core/shell/syntax.ts";
import { known, type ShellScope, type ShellValue } from "../../core/shell/value.ts";
import { UserError } from "../../core/user-error.ts";
import { type BuilderCommand, operandsOf, readBuilderCommand, valuesOf } from "../builder/builder-command.ts";
import { readFacts } from "../builder/single-build.ts";
import { makeBuild, noteAt } from "./model/make-build.ts";
import type { DefinitionNote, DefinitionReading, StatedBuild } from "./model/stated-build.ts";
import { type Place, type Scalar, unknown } from "./model/value.ts";

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

/** Marks a text as unknown, or begins and ends an unknown part of it, in hexadecimal digits that no shell expands. */
const UNKNOWN = "\0";
const PART = new RegExp(`${UNKNOWN}([0-9a-f]+)${UNKNOWN}`, "g");
/** A script without one of these words builds nothing. */
export const BUILDER = /\b(?:docker|docker-buildx|podman|buildah|nerdctl|executor)\b/;

/** Stands in a script for something unknown, which messages show as it is written. */
export function unknownPart(written: string): string {
	return `${UNKNOWN}${Buffer.from(written).toString("hex")}${UNKNOWN}`;
}

function showUnknown(text: string): string {
	const shown = text.replace(PART, (_, digits: string) => Buffer.from(digits, "hex").toString());
	return shown.replaceAll(UNKNOWN, "");
}

/** The builds that a script states: its command lines of builders. */
export function readShellBuilds(script: BuildScript): DefinitionReading {
	if (!BUILDER.test(script.text)) return { builds: [], notes: [] };
	const nodes = tryParseShellScript(script.text.replace(/\$\(pwd\)|`pwd`/g, "$$PWD"));
	const walk = new ScriptWalk(script);
	for (const node of nodes ?? []) walk.enter(node);
	return walk;
}

/** What the commands of a script change for those after them. */
interface ScriptState {
	readonly folder: string | undefined;
	readonly variables: ReadonlyMap<string, ShellValue>;
}

class ScriptWalk implements DefinitionReading {
	readonly builds: StatedBuild[] = [];
	readonly notes: DefinitionNote[] = [];
	readonly #script: BuildScript;
	#variables: Map<string, ShellValue>;
	/** The current folder; undefined if it is not known. */
	#folder: string | undefined;

	constructor(script: BuildScript) {
		this.#script = script;
		this.#folder = script.folder;
		this.#variables = new Map([...script.variables].map(([name, value]) => [name, known(value)]));
	}

	enter(node: ShellNode): void {
		if (node.kind === "simple") this.#run(node);
		else if (node.kind === "if")
			this.#enterOneOf([...node.branches.map(({ condition, body }) => [...condition, ...body]), node.otherwise]);
		else if (node.kind === "case") this.#enterOneOf([...node.arms.map(({ body }) => body), []]);
		else if (node.kind === "loop" || node.kind === "function") this.#enterOneOf([childNodes(node), []]);
		else {
			const before = this.#state;
			for (const child of childNodes(node)) this.enter(child);
			// What these do ends with their own process.
			if (node.kind === "subshell" || node.kind === "background" || node.kind === "pipeline") this.#state = before;
		}
	}

	/** Only a run knows which of these lists it takes: what they change differently is not known after them. */
	#enterOneOf(lists: readonly (readonly ShellNode[])[]): void {
		const before = this.#state;
		const ends = lists.map((nodes) => {
			this.#state = before;
			for (const node of nodes) this.enter(node);
			return this.#state;
		});
		this.#state = before;
		for (const { folder, variables } of ends) {
			if (folder !== before.folder) this.#folder = undefined;
			for (const name of new Set([...variables.keys(), ...before.variables.keys()]))
				if (variables.get(name)?.text !== before.variables.get(name)?.text) this.#variables.delete(name);
		}
	}

	/** A copy of what the commands so far have set. */
	get #state(): ScriptState {
		return { folder: this.#folder, variables: new Map(this.#variables) };
	}

	set #state({ folder, variables }: ScriptState) {
		this.#folder = folder;
		this.#variables = new Map(variables);
	}

	get #scope(): ShellScope {
		const lookup = (name: string): readonly ShellValue[] | undefined => {
			if (name === "PWD") return this.#folder === undefined ? undefined : [known(this.#folder)];
			const value = this.#variables.get(name);
			return value === undefined ? undefined : [value];
		};
		return { script: "sh", args: [], isOpen: true, lookup };
	}

	#run({ assignments, declared = [], words, line }: SimpleCommand): void {
		for (const { name, value } of words.length === 0 ? assignments : declared)
			this.#variables.set(name, expandToText(value.raw, this.#scope));
		const texts = words.flatMap((word) => this.#expand(word));
		if (texts[0] === "read" || texts[0] === "unset") for (const name of texts) this.#variables.delete(name);
		this.#changeFolder(texts);
		const command = readCommand(fromKaniko(texts, this.#folder));
		if (command?.kind === "build") this.#add(command, this.#script.placeOf(line));
	}

	#changeFolder(words: readonly string[]): void {
		const [program, ...args] = words;
		if (program !== "cd" && program !== "pushd" && program !== "popd") return;
		const [folder] = args.filter((arg) => arg !== "--");
		const isKnown = program !== "popd" && folder !== undefined && !/^[-+]/.test(folder) && !folder.includes(UNKNOWN);
		if (isKnown && isAbsolute(folder)) this.#folder = folder;
		else this.#folder = isKnown && this.#folder !== undefined ? resolve(this.#folder, folder) : undefined;
	}

	#expand({ raw }: ShellWord): string[] {
		return expandShellWord(raw, this.#scope).map(({ text, isKnown }) => (isKnown ? text : text + UNKNOWN));
	}

	#add(command: BuilderCommand, place: Place): void {
		const { name } = this.#script;
		const operands = operandsOf(command.arguments);
		const plain = operands.filter((operand) => !operand.includes(UNKNOWN));
		const context = plain[0] ?? operands.at(-1);
		const file = valuesOf(command.arguments, "file").at(-1);
		if (context === undefined) return;
		if (this.#folder === undefined) {
			this.notes.push(noteAt(place, `${name}: the folder of this command is only known when it runs: skipped`));
			return;
		}
		if (context === "-" || file === "-") {
			this.notes.push(noteAt(place, `${name}: reads its Dockerfile or context from standard input: skipped`));
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
				dockerfile: scalar(file ?? findDefault(command, resolve(this.#folder, context))),
				target: scalar(target),
				args: table(buildArgs),
				contexts: table(contexts),
				platforms: scalar(platforms?.join(",")),
			},
			{ folder: this.#folder, isFromFolder: true },
		);
		if (made.builds.length > 0) this.notes.push(...noteUnread(name, operands, place));
		this.builds.push(...made.builds);
		this.notes.push(...made.notes);
	}
}

/** Words that may be options, whatever they are. */
function noteUnread(name: string, operands: readonly string[], place: Place): DefinitionNote[] {
	const unread = operands.filter((operand) => operand.includes(UNKNOWN));
	if (unread.length === 0) return [];
	return [
		noteAt(place, `${name}: pidone leaves out ${showUnknown(unread.join(" "))}, which is only known when it runs`),
	];
}

function toScalar(text: string, place: Place): Scalar {
	if (!text.includes(UNKNOWN)) return { kind: "scalar", value: text, place };
	return unknown(place, `${showUnknown(text)} is only known when it runs`);
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

/**
 * Translates a command line of Kaniko to docker build. Kaniko looks for the Dockerfile in the current folder, then in
 * the context (its cmd/executor/cmd/root.go).
 */
function fromKaniko(words: readonly string[], folder = "/"): readonly string[] {
	const start = words.findIndex((word) => /(?:^|\/)executor$/.test(word));
	if (start === -1) return words;
	const values = (name: string, letter = ""): string[] =>
		words.flatMap((word, index) => {
			if (word === `--${name}` || word === `-${letter}`) return words[index + 1] ?? [];
			return word.startsWith(`--${name}=`) ? [word.slice(name.length + 3)] : [];
		});
	const context = values("context", "c")
		.at(-1)
		?.replace(/^dir:\/\//, "");
	const file = values("dockerfile", "f").at(-1);
	if (context === undefined) return [];
	const root = join(context, values("context-sub-path").at(-1) ?? "");
	const path = file === undefined || isAbsolute(file) || existsSync(resolve(folder, file)) ? file : join(root, file);
	const platforms = [...values("custom-platform"), ...values("customPlatform")];
	return [
		...["docker", "build", ...(path === undefined ? [] : ["--file", path])],
		...values("build-arg").flatMap((text) => ["--build-arg", text]),
		...values("target").flatMap((text) => ["--target", text]),
		...platforms.flatMap((text) => ["--platform", text]),
		root,
	];
}
