import { join } from "node:path";
import type { Project, Surroundings } from "./build-input.ts";
import { type BuilderCommand, commandWords, option, switchOn, valuesOf, without } from "./builder-command.ts";
import { objectEntries, textsOf } from "./json.ts";
import { changeNamedBuild, noteRemote, readNamedBuild, type Spelling } from "./named-build.ts";
import { readPlatformLists } from "./platform.ts";
import { parsePrinted, queryBuilder } from "./query-builder.ts";

/** Bake prints its definition as JSON in which `${` and `%{` are escaped, as they have to be in what it reads. */
const SPELLING: Spelling = {
	inline: "dockerfile-inline",
	contexts: "contexts",
	unescape: (text) => text.replace(/([$%])\1\{/g, "$1{"),
	escape: (text) => text.replace(/([$%])\{/g, "$1$1{"),
};

const DEFINITION = "docker-bake.json";

/**
 * What `docker buildx bake` builds. Bake prints its definition, with files, variables and overrides worked in; it is given the same
 * definition with other Dockerfiles. Throws UserError with bake's own message.
 */
export async function readBake(command: BuilderCommand, io: Surroundings): Promise<Project> {
	const input = valuesOf(command.arguments, "file").includes("-") ? await io.readStdin() : undefined;
	const print = commandWords(command, [switchOn("print"), ...command.arguments]);
	const [printed, help] = await Promise.all([queryBuilder(print, io.cwd, input), queryBuilder([...command.program, command.verb, "--help"], io.cwd)]);
	const definition = parsePrinted(printed, command.name);
	const targets = objectEntries(definition.target).map(([name, target]) => ({ name, definition: target }));
	const local = targets.filter((target) => noteRemote(target) === undefined);
	const deliver: Project["deliver"] = (rewritten, folder) => {
		const changed = rewritten.flatMap((each, index) => {
			const target = local[index];
			return target === undefined ? [] : [{ name: target.name, ...changeNamedBuild(target, each, SPELLING, folder) }];
		});
		const target = Object.fromEntries([...objectEntries(definition.target), ...changed.map((each) => [each.name, each.definition])]);
		const file = { path: DEFINITION, bytes: JSON.stringify({ ...definition, target }, null, 2) };
		// Bake asks before it reads what lies outside of the current folder, since it has learnt to.
		const allowed = help.includes("--allow") ? [option("allow", `fs.read=${folder}`)] : [];
		const args = [option("file", join(folder, DEFINITION)), ...allowed, ...without(command.arguments, "file", "set")];
		// The command as it was given reads stdin again.
		return { files: [file, ...changed.flatMap(({ files }) => files)], words: commandWords(command, args), ...(input === undefined ? {} : { input }) };
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
