import { resolve } from "node:path";
import { expandShellWord, expandToText } from "../../core/shell/expand.ts";
import { tryParseShellScript } from "../../core/shell/parse.ts";
import { childNodes, type ShellNode, type ShellWord, type SimpleCommand } from "../../core/shell/syntax.ts";
import { known, type ShellScope, type ShellValue } from "../../core/shell/value.ts";
import { UserError } from "../../core/user-error.ts";
import { type BuilderCommand, readBuilderCommand, valuesOf } from "../builder/builder-command.ts";
import { readFacts } from "../builder/single-build.ts";
import { makeBuild, noteAt } from "./model/make-build.ts";
import type { DefinitionNote, DefinitionReading, StatedBuild } from "./model/stated-build.ts";
import type { Place, Scalar } from "./model/value.ts";

/** A shell script in a build definition. */
export interface BuildScript {
	/** The name of the builds in it. */
	readonly name: string;
	readonly text: string;
	/** The place in the file of one of its lines, counted from 1. */
	readonly placeOf: (line: number) => Place;
	/** Its working directory, absolute. */
	readonly folder: string;
	/** Variables that the file sets. */
	readonly variables: ReadonlyMap<string, string>;
}

/** Stands for an unknown part of a text. */
const UNKNOWN = "\0";
/** A script without one of these words builds nothing. */
const BUILDER = /\b(?:docker|docker-buildx|podman|buildah|nerdctl|executor)\b/;

/** The builds that a script states: its command lines of builders. */
export function readShellBuilds(script: BuildScript): DefinitionReading {
	if (!BUILDER.test(script.text)) return { builds: [], notes: [] };
	const nodes = tryParseShellScript(script.text.replace(/\$\(pwd\)|`pwd`/g, "$$PWD"));
	const walk = new ScriptWalk(script);
	for (const node of nodes ?? []) walk.enter(node);
	return walk;
}

class ScriptWalk implements DefinitionReading {
	readonly builds: StatedBuild[] = [];
	readonly notes: DefinitionNote[] = [];
	readonly #script: BuildScript;
	readonly #variables: Map<string, ShellValue>;
	#folder: string;

	constructor(script: BuildScript) {
		this.#script = script;
		this.#folder = script.folder;
		this.#variables = new Map([...script.variables].map(([name, value]) => [name, known(value)]));
	}

	enter(node: ShellNode): void {
		if (node.kind === "simple") {
			this.#run(node);
			return;
		}
		const folder = this.#folder;
		for (const child of childNodes(node)) this.enter(child);
		if (node.kind === "subshell" || node.kind === "background") this.#folder = folder;
	}

	get #scope(): ShellScope {
		const lookup = (name: string): readonly ShellValue[] | undefined => {
			if (name === "PWD") return [known(this.#folder)];
			const value = this.#variables.get(name);
			return value === undefined ? undefined : [value];
		};
		return { script: "sh", args: [], isOpen: true, lookup };
	}

	#run({ assignments, words, line }: SimpleCommand): void {
		if (words.length === 0)
			for (const { name, value } of assignments) this.#variables.set(name, expandToText(value.raw, this.#scope));
		const texts = words.flatMap((word) => this.#expand(word));
		const [program, argument] = texts;
		if (program === "cd" && argument !== undefined && !argument.includes(UNKNOWN))
			this.#folder = resolve(this.#folder, argument);
		const command = readCommand(fromKaniko(texts));
		if (command?.kind === "build") this.#add(command, this.#script.placeOf(line));
	}

	#expand({ raw }: ShellWord): string[] {
		return expandShellWord(raw, this.#scope).map(({ text, isKnown }) => (isKnown ? text : text + UNKNOWN));
	}

	#add(command: BuilderCommand, place: Place): void {
		const { name } = this.#script;
		const operands = command.arguments.flatMap((argument) => (argument.kind === "operand" ? [argument.text] : []));
		const plain = operands.filter((operand) => !operand.includes(UNKNOWN));
		const [context] = plain.length > 0 ? plain : operands;
		const file = valuesOf(command.arguments, "file").at(-1);
		if (context === undefined) return;
		if (context === "-" || file === "-") {
			this.notes.push(noteAt(place, `${name}: reads its Dockerfile or context from standard input: skipped`));
			return;
		}
		const { target, platforms, buildArgs = {}, contexts = {} } = readFacts(command, {});
		const scalar = (text: string | undefined): Scalar | undefined =>
			text === undefined ? undefined : toScalar(text, place);
		const table = (texts: Readonly<Record<string, string>>): Map<string, Scalar> =>
			new Map(Object.entries(texts).map(([key, text]) => [key, toScalar(text, place)]));
		const { build, notes } = makeBuild(
			{
				name,
				place,
				context: scalar(context),
				dockerfile: scalar(file),
				target: scalar(target),
				args: table(buildArgs),
				contexts: table(contexts),
				platforms: scalar(platforms?.join(",")),
			},
			{ folder: this.#folder, isFromFolder: true },
		);
		if (build !== undefined) this.builds.push(build);
		this.notes.push(...notes);
	}
}

function toScalar(text: string, place: Place): Scalar {
	if (!text.includes(UNKNOWN)) return { kind: "scalar", value: text, place };
	return { kind: "scalar", value: undefined, why: `${text.replaceAll(UNKNOWN, "")} is only known when it runs`, place };
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

/** Translates a command line of Kaniko to docker build. Kaniko's Dockerfile is relative to the context. */
function fromKaniko(words: readonly string[]): readonly string[] {
	const start = words.findIndex((word) => /(?:^|\/)executor$/.test(word));
	if (start === -1) return words;
	const values = (name: string, letter: string): string[] =>
		words.flatMap((word, index) => {
			if (word === `--${name}` || word === `-${letter}`) return words[index + 1] ?? [];
			return word.startsWith(`--${name}=`) ? [word.slice(name.length + 3)] : [];
		});
	const context = values("context", "c")
		.at(-1)
		?.replace(/^dir:\/\//, "");
	const file = values("dockerfile", "f").at(-1);
	if (context === undefined) return [];
	return [
		...[
			"docker",
			"build",
			...(file === undefined
				? []
				: ["--file", resolve("/", context) === context ? resolve(context, file) : `${context}/${file}`]),
		],
		...values("build-arg", "").flatMap((text) => ["--build-arg", text]),
		...values("target", "").flatMap((text) => ["--target", text]),
		context,
	];
}
