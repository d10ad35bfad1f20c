import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { type JsonObject, objectEntries, textsOf } from "../json.ts";
import type { BuilderIo, Project } from "./build-input.ts";
import { type BuilderCommand, commandWords, option, switchOn, valuesOf, without } from "./builder-command.ts";
import { readGiven } from "./given-definition.ts";
import { changeNamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { parsePrinted, queryBuilder } from "./query-builder.ts";

/** Bake prints its definition as JSON in which `${` and `%{` are escaped, as in its input. */
const SPELLING: Spelling = {
	inline: "dockerfile-inline",
	contexts: "contexts",
	unescape: (text) => text.replace(/([$%])\1\{/g, "$1{"),
	escape: (text) => text.replace(/([$%])\{/g, "$1$1{"),
};

const DEFINITION = "docker-bake.json";

/**
 * What `docker buildx bake` builds. Bake prints its definition with all files, variables and overrides applied, and
 * then gets the same definition with other Dockerfiles. Throws UserError with bake's own message.
 */
export async function readBake(command: BuilderCommand, io: BuilderIo): Promise<Project> {
	const input = valuesOf(command.arguments, "file").includes("-") ? await io.readStdin() : undefined;
	const { definition, asksForFolders } = io.isDryRun
		? { definition: readPrinted(command, input), asksForFolders: true }
		: await askBake(command, io.cwd, input);
	const targets = objectEntries(definition.target).map(([name, target]) => ({ name, definition: target }));
	const local = targets.filter((target) => noteRemote(target) === undefined);
	const deliver: Project["deliver"] = (rewritten, folder) => {
		const changed = rewritten.flatMap((each, index) => {
			const target = local[index];
			return target === undefined ? [] : [{ name: target.name, ...changeNamedBuild(target, each, SPELLING, folder) }];
		});
		const target = Object.fromEntries([
			...objectEntries(definition.target),
			...changed.map((each) => [each.name, each.definition]),
		]);
		const file = { path: DEFINITION, bytes: JSON.stringify({ ...definition, target }, null, 2) };
		// Newer versions of bake ask before they read files outside of the current folder.
		const allowed = asksForFolders ? [option("allow", `fs.read=${folder}`)] : [];
		const args = [option("file", join(folder, DEFINITION)), ...allowed, ...without(command.arguments, "file", "set")];
		// The command as it was given reads stdin again.
		return {
			files: [file, ...changed.flatMap(({ files }) => files)],
			words: commandWords(command, args),
			...(input === undefined ? {} : { input }),
		};
	};
	return {
		notes: targets.flatMap((target) => noteRemote(target) ?? []),
		inputs: local.map((target) => {
			const platforms = readPlatformLists(textsOf(target.definition.platforms));
			return readNamedBuild(target, SPELLING, platforms === undefined ? {} : { platforms }, io.cwd);
		}),
		deliver,
	};
}

interface BakeAnswer {
	readonly definition: JsonObject;
	/** Whether it asks before it reads files outside of the current folder. */
	readonly asksForFolders: boolean;
}

async function askBake(command: BuilderCommand, cwd: string, input: Uint8Array | undefined): Promise<BakeAnswer> {
	const help = queryBuilder([...command.program, command.verb, "--help"], cwd);
	const [printed, text] = await Promise.all([queryBuilder(printWords(command), cwd, input), help]);
	return { definition: parsePrinted(printed, command.name), asksForFolders: text.includes("--allow") };
}

/** The words with which bake prints its definition. */
function printWords(command: BuilderCommand): string[] {
	return commandWords(command, [switchOn("print"), ...command.arguments]);
}

/** The definition that bake has printed, from stdin. */
function readPrinted(command: BuilderCommand, input: Uint8Array | undefined): JsonObject {
	const build = commandWords(command, [option("file", "-"), ...without(command.arguments, "file", "set")]);
	return readGiven({ command, input, isPrinted, print: printWords(command), build });
}

/** Whether there are no variables and no inheritance left. */
function isPrinted(definition: JsonObject): boolean {
	const targets = objectEntries(definition.target);
	return (
		targets.length > 0 &&
		!["variable", "function"].some((key) => key in definition) &&
		!targets.some(([, each]) => "inherits" in each || "matrix" in each)
	);
}
