import { join } from "node:path";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { type JsonObject, objectEntries, textsOf } from "../json.ts";
import { escapeText, FROM_CURRENT, unescapeText } from "./bake-syntax.ts";
import type { BuilderIo, Project, RewrittenInput } from "./build-input.ts";
import {
	type BuilderCommand,
	commandWords,
	operandsOf,
	option,
	switchOn,
	valuesOf,
	without,
} from "./builder-command.ts";
import type { Delivery } from "./delivery.ts";
import { readGiven } from "./given-definition.ts";
import { changeNamedBuilds, type NamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { askBuilder, parsePrinted, queryBuilder } from "./query-builder.ts";
import { isRemote } from "./remote.ts";

const SPELLING: Spelling = {
	inline: "dockerfile-inline",
	contexts: "contexts",
	fromCurrent: FROM_CURRENT,
	unescape: unescapeText,
	escape: escapeText,
};

const DEFINITION = "docker-bake.json";

/**
 * What `docker buildx bake` builds. Bake prints its definition with all files, variables and overrides applied, and
 * then reads the same definition with other Dockerfiles. Throws UserError with bake's own message.
 */
export async function readBake(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	const input = valuesOf(command.arguments, "file").includes("-") ? await io.readStdin() : undefined;
	const answer = io.isDryRun
		? { definition: readPrinted(command, input), asksForFolders: true, warnings: "" }
		: await askBake(command, io.cwd, input);
	const targets = objectEntries(answer.definition.target).map(([name, target]) => ({ name, definition: target }));
	// If bake fetches the definition, it looks up local Dockerfiles in what it has fetched.
	const isFetched = operandsOf(command.arguments).some(isRemote);
	const noteOf = (target: NamedBuild): string | undefined => noteRemote(target, isFetched ? undefined : SPELLING);
	const local = targets.filter((target) => noteOf(target) === undefined);
	return {
		notes: targets.flatMap((target) => noteOf(target) ?? []),
		warnings: answer.warnings,
		inputs: local.map((target) => {
			const platforms = readPlatformLists(textsOf(target.definition.platforms));
			return readNamedBuild(target, SPELLING, platforms === undefined ? {} : { platforms }, io.cwd);
		}),
		deliver: (rewritten, folder) => deliverBake({ command, answer, local, input, env }, rewritten, folder),
	};
}

/** What bake builds, and how it was asked. */
interface BakeProject {
	readonly command: BuilderCommand;
	readonly answer: BakeAnswer;
	/** The targets with a Dockerfile that pidone reads, in the order of the project's inputs. */
	readonly local: readonly NamedBuild[];
	/** The content of stdin, if it was read. */
	readonly input: Uint8Array | undefined;
	readonly env: NodeJS.ProcessEnv;
}

/** Bake's command for its printed definition with other Dockerfiles. */
function deliverBake(
	{ command, answer: { definition, asksForFolders }, local, input, env }: BakeProject,
	rewritten: readonly RewrittenInput[],
	folder: string,
): Delivery {
	const changed = changeNamedBuilds(local, rewritten, SPELLING, { folder, env });
	const group = withoutDescriptions(objectEntries(definition.group));
	const target = withoutDescriptions([
		...objectEntries(definition.target),
		...changed.map((each): [string, JsonObject] => [each.name, each.definition]),
	]);
	const file = { path: DEFINITION, bytes: JSON.stringify({ ...definition, group, target }, null, 2) };
	// Newer versions of bake ask for permission before they read files outside the current folder.
	const allowed = asksForFolders ? [option("allow", `fs.read=${folder}`)] : [];
	const args = [option("file", join(folder, DEFINITION)), ...allowed, ...without(command.arguments, "file", "set")];
	return {
		files: [file, ...changed.flatMap(({ files }) => files)],
		words: commandWords(command, args),
		// If nothing is rewritten, the original command runs, and reads stdin again.
		...(input === undefined ? {} : { input }),
	};
}

/** Descriptions do not affect a build, and are the only texts that bake prints without escapes. */
function withoutDescriptions(entries: readonly (readonly [string, JsonObject])[]): JsonObject {
	return Object.fromEntries(entries.map(([name, { description: _, ...others }]) => [name, others]));
}

interface BakeAnswer {
	readonly definition: JsonObject;
	/** Whether bake asks for permission before it reads files outside the current folder. */
	readonly asksForFolders: boolean;
	readonly warnings: string;
}

async function askBake(command: BuilderCommand, cwd: string, input: Uint8Array | undefined): Promise<BakeAnswer> {
	const help = queryBuilder([...command.program, command.verb, "--help"], cwd);
	const [{ stdout, stderr }, text] = await Promise.all([askBuilder(printWords(command), cwd, input), help]);
	return {
		definition: parsePrinted(stdout, command.name),
		asksForFolders: text.includes("--allow"),
		// Bake also reports its progress on stderr.
		warnings: stderr.replace(/^(?!WARN).*\n?/gm, ""),
	};
}

/** The command that prints bake's definition. */
function printWords(command: BuilderCommand): string[] {
	return commandWords(command, [switchOn("print"), ...command.arguments]);
}

/** Reads the definition that bake has printed from stdin. */
function readPrinted(command: BuilderCommand, input: Uint8Array | undefined): JsonObject {
	const build = commandWords(command, [option("file", "-"), ...without(command.arguments, "file", "set")]);
	return readGiven({ command, input, isPrinted, print: printWords(command), build });
}

/** Whether all variables and all inheritance have been resolved. */
function isPrinted(definition: JsonObject): boolean {
	const targets = objectEntries(definition.target);
	return (
		targets.length > 0 &&
		!["variable", "function"].some((key) => key in definition) &&
		!targets.some(([, each]) => "inherits" in each || "matrix" in each)
	);
}
