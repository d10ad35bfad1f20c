import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { type JsonObject, objectEntries, textsOf } from "../json.ts";
import type { BuilderIo, Project } from "./build-input.ts";
import { type BuilderCommand, commandWords, option, switchOn, valuesOf, without } from "./builder-command.ts";
import { readGiven } from "./given-definition.ts";
import { changeNamedBuild, type NamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { askBuilder, parsePrinted, queryBuilder } from "./query-builder.ts";
import { isRemote } from "./remote.ts";

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
export async function readBake(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	const input = valuesOf(command.arguments, "file").includes("-") ? await io.readStdin() : undefined;
	const { definition, asksForFolders, warnings } = io.isDryRun
		? { definition: readPrinted(command, input), asksForFolders: true, warnings: "" }
		: await askBake(command, io.cwd, input);
	const targets = objectEntries(definition.target).map(([name, target]) => ({ name, definition: target }));
	// What bake is given beside a definition that it fetches has to lie there too.
	const isFetched = command.arguments.some((argument) => argument.kind === "operand" && isRemote(argument.text));
	const noteOf = (target: NamedBuild): string | undefined =>
		noteRemote(target, isFetched ? undefined : SPELLING.inline);
	const local = targets.filter((target) => noteOf(target) === undefined);
	const deliver: Project["deliver"] = (rewritten, folder) => {
		const changed = rewritten.flatMap((each, index) => {
			const target = local[index];
			return target === undefined
				? []
				: [{ name: target.name, ...changeNamedBuild(target, each, SPELLING, { folder, env }) }];
		});
		const target = Object.fromEntries([
			...objectEntries(definition.target).map(([name, each]) => [name, withoutDescription(each)]),
			...changed.map((each) => [each.name, withoutDescription(each.definition)]),
		]);
		const group = Object.fromEntries(
			objectEntries(definition.group).map(([name, each]) => [name, withoutDescription(each)]),
		);
		const file = { path: DEFINITION, bytes: JSON.stringify({ ...definition, group, target }, null, 2) };
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
		notes: targets.flatMap((target) => noteOf(target) ?? []),
		warnings,
		inputs: local.map((target) => {
			const platforms = readPlatformLists(textsOf(target.definition.platforms));
			return readNamedBuild(target, SPELLING, platforms === undefined ? {} : { platforms }, io.cwd);
		}),
		deliver,
	};
}

/** A description says nothing to a build, and is the one text that bake prints without the escapes. */
function withoutDescription({ description: _, ...others }: JsonObject): JsonObject {
	return others;
}

interface BakeAnswer {
	readonly definition: JsonObject;
	/** Whether it asks before it reads files outside of the current folder. */
	readonly asksForFolders: boolean;
	readonly warnings: string;
}

async function askBake(command: BuilderCommand, cwd: string, input: Uint8Array | undefined): Promise<BakeAnswer> {
	const help = queryBuilder([...command.program, command.verb, "--help"], cwd);
	const [{ stdout, stderr }, text] = await Promise.all([askBuilder(printWords(command), cwd, input), help]);
	return {
		definition: parsePrinted(stdout, command.name),
		asksForFolders: text.includes("--allow"),
		// Its progress is there too.
		warnings: stderr.replace(/^(?!WARN).*\n?/gm, ""),
	};
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
