import { parseBool } from "../../core/dockerfile/parse-bool.ts";
import { baseName } from "../../core/inits/invocation.ts";
import { UserError } from "../../core/user-error.ts";
import { type Argument, type OptionTable, readArguments } from "./arguments.ts";
import { BAKE_OPTIONS, BUILD_OPTIONS, COMPOSE_BUILD_OPTIONS } from "./option-tables.ts";

type Engine = "docker" | "podman" | "buildah" | "nerdctl";

/** A command line that builds images. */
export interface BuilderCommand {
	readonly engine: Engine;
	readonly kind: "build" | "bake" | "compose";
	/** As messages name it: the program and its verb. */
	readonly name: string;
	/** The program and everything before its verb, such as `sudo docker --context remote buildx`. */
	readonly program: readonly string[];
	readonly verb: string;
	/** The words after the verb. */
	readonly arguments: readonly Argument[];
}

const PROGRAMS: Readonly<Record<string, Engine>> = {
	docker: "docker",
	"docker-buildx": "docker",
	"docker-compose": "docker",
	podman: "podman",
	buildah: "buildah",
	nerdctl: "nerdctl",
};

/** Verbs after the program's name, and what they do. */
const VERBS: Readonly<Record<string, Readonly<Record<string, BuilderCommand["kind"]>>>> = {
	docker: {
		build: "build",
		"image build": "build",
		"builder build": "build",
		"buildx build": "build",
		"buildx b": "build",
		"buildx bake": "bake",
		"buildx f": "bake",
		"compose build": "compose",
	},
	"docker-buildx": { build: "build", b: "build", bake: "bake", f: "bake" },
	"docker-compose": { build: "compose" },
	podman: { build: "build", "image build": "build", "buildx build": "build" },
	buildah: { build: "build", bud: "build", "build-using-dockerfile": "build" },
	nerdctl: { build: "build", "image build": "build", "builder build": "build" },
};

const KNOWN =
	"docker build, docker buildx build, docker buildx bake, docker compose build, podman build, buildah build or nerdctl build";

/**
 * Reads the command that `pidone build` wraps. Programs such as sudo may come first. Throws UserError for one that
 * builds nothing.
 */
export function readBuilderCommand(words: readonly string[]): BuilderCommand {
	const start = findProgram(words);
	const name = programName(words[start] ?? "");
	const engine = PROGRAMS[name];
	if (engine === undefined)
		throw new UserError(`${words[0] ?? "no command"}: pidone does not know this builder: pass ${KNOWN}, after --`);
	const { path, end } = findVerb(words, start + 1, Object.keys(VERBS[name] ?? {}));
	const kind = VERBS[name]?.[path];
	if (kind === undefined) throw new UserError(`${[name, path].join(" ").trim()}: does not build images: pass ${KNOWN}`);
	const title = `${name} ${path}`;
	return {
		engine,
		kind,
		name: title,
		program: words.slice(0, end - 1),
		verb: words[end - 1] ?? "",
		arguments: readArguments(words.slice(end), tableOf(kind), title),
	};
}

/**
 * The index of the builder, which can follow `env DOCKER_CONFIG=/etc/docker` or `sudo -u docker`.
 */
function findProgram(words: readonly string[]): number {
	const places = words.flatMap((word, index) =>
		!word.includes("=") && Object.hasOwn(PROGRAMS, programName(word)) ? [index] : [],
	);
	return places.find((place) => !(words[place - 1]?.startsWith("-") && places.includes(place + 1))) ?? -1;
}

function programName(word: string): string {
	return baseName(word.replaceAll("\\", "/")).replace(/\.exe$/i, "");
}

/** Options before a verb whose value may look like a verb, such as `buildx --builder b build`. */
const VALUED_OPTIONS: ReadonlySet<string> = new Set(
	`-c -f -H -l -n -p --builder --config --connection --context --env-file --file --host --log-level --namespace --profile
	--project-directory --project-name --root --runroot --storage-driver`.split(/\s+/),
);

/** Skips the words of a verb; each option in between may have one word as its value. */
function findVerb(words: readonly string[], start: number, paths: readonly string[]): { path: string; end: number } {
	let path = "";
	for (let at = start; at < words.length; at++) {
		const word = words[at] ?? "";
		if (word.startsWith("-") || (at > start && VALUED_OPTIONS.has(words[at - 1] ?? ""))) continue;
		const longer = `${path} ${word}`.trim();
		if (paths.includes(longer)) return { path: longer, end: at + 1 };
		if (paths.some((each) => each.startsWith(`${longer} `))) path = longer;
		else if (!/^--?[^=]+$/.test(words[at - 1] ?? "")) return { path: longer, end: at + 1 };
	}
	return { path, end: words.length };
}

function tableOf(kind: BuilderCommand["kind"]): OptionTable {
	if (kind === "bake") return BAKE_OPTIONS;
	return kind === "compose" ? COMPOSE_BUILD_OPTIONS : BUILD_OPTIONS;
}

/** The words of a command with other arguments. */
export function commandWords(command: BuilderCommand, args: readonly Argument[] = command.arguments): string[] {
	return [...command.program, command.verb, ...wordsOf(args)];
}

/** The words of arguments. */
export function wordsOf(args: readonly Argument[]): string[] {
	return args.flatMap(({ words }) => words);
}

/** The operands among arguments. */
export function operandsOf(args: readonly Argument[]): string[] {
	return args.flatMap((argument) => (argument.kind === "operand" ? [argument.text] : []));
}

/** The values of an option, in order. */
export function valuesOf(args: readonly Argument[], name: string): string[] {
	return args.flatMap((argument) =>
		argument.kind === "option" && argument.name === name ? [argument.value ?? ""] : [],
	);
}

/** Whether a switch is on: `--check`, `--check=true`, and not `--check=false`. */
export function isOn(args: readonly Argument[], name: string): boolean {
	const last = args.findLast((argument) => argument.kind === "option" && argument.name === name);
	return last?.kind === "option" && parseBool(last.value ?? "true") !== false;
}

/** An option and its value, as one word. */
export function option(name: string, value: string): Argument {
	return { kind: "option", name, value, words: [`--${name}=${value}`] };
}

/** A switch. */
export function switchOn(name: string): Argument {
	return { kind: "option", name, words: [`--${name}`] };
}

/** Arguments without some options. */
export function without(args: readonly Argument[], ...names: readonly string[]): Argument[] {
	return args.filter((argument) => argument.kind !== "option" || !names.includes(argument.name));
}
