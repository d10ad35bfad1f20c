import { join, relative, resolve } from "node:path";
import { INIT_CONTEXT } from "../../core/install/init-context.ts";
import { isObject, textEntries, textOf } from "../json.ts";
import { type BuildFacts, type BuildInput, isDelivered, type RewrittenInput } from "./build-input.ts";
import { INIT_FOLDER, type WorkspaceFile } from "./delivery.ts";
import { readDockerfile, standIn } from "./dockerfiles.ts";
import { gitLabels } from "./git-labels.ts";
import { isLocalFile, isRemote } from "./remote.ts";

/** How a kind of definition spells the properties of a build. */
export interface Spelling {
	readonly inline: "dockerfile-inline" | "dockerfile_inline";
	readonly contexts: "contexts" | "additional_contexts";
	/** The prefix of a Dockerfile's path that is relative to the current folder instead of the build context. */
	readonly fromCurrent?: string;
	/** Texts are templates there; these read and write literal ones. */
	readonly unescape: (text: string) => string;
	readonly escape: (text: string) => string;
}

/** One of the images of a bake or compose definition: its own part of the definition, a JSON object. */
export interface NamedBuild {
	readonly name: string;
	readonly definition: Readonly<Record<string, unknown>>;
}

/**
 * The note about a build whose Dockerfile the builder fetches with the build context; undefined for other builds.
 * @param spelling absent if pidone cannot replace Dockerfiles that are outside of the context either
 */
export function noteRemote({ name, definition }: NamedBuild, spelling?: Spelling): string | undefined {
	const context = textOf(definition.context) ?? ".";
	return isRemote(context) && (spelling === undefined || !isOutside(definition, spelling))
		? `${name}: its build context ${context} is fetched by the builder, so pidone cannot read the Dockerfile: skipped`
		: undefined;
}

/** Whether a Dockerfile is in the definition itself, or in a file that is not looked up in the build context. */
function isOutside(definition: NamedBuild["definition"], { inline, fromCurrent }: Spelling): boolean {
	const path = textOf(definition.dockerfile);
	return definition[inline] !== undefined || isLocalFile(path) || isFromCurrent(path, fromCurrent);
}

function isFromCurrent(path = "", prefix: string | undefined): boolean {
	return prefix !== undefined && path.startsWith(prefix);
}

/** The Dockerfile of an image. Throws UserError if it cannot be read. */
export function readNamedBuild(
	{ name, definition }: NamedBuild,
	spelling: Spelling,
	facts: Omit<BuildFacts, "buildArgs" | "contexts" | "target">,
	cwd: string,
): BuildInput {
	const file = fileOf(definition, spelling, cwd);
	const inline = textOf(definition[spelling.inline]);
	const path = inline === undefined ? relative(cwd, file) : `${spelling.inline} of ${name}`;
	const target = textOf(definition.target);
	const context = textOf(definition.context) ?? ".";
	return {
		name,
		path,
		file,
		...(isRemote(context) ? {} : { context: resolve(cwd, context) }),
		source: inline === undefined ? readDockerfile(path, file) : spelling.unescape(inline),
		facts: {
			...facts,
			...(target === undefined ? {} : { target }),
			buildArgs: textEntries(definition.args, spelling.unescape),
			contexts: textEntries(definition[spelling.contexts], spelling.unescape),
		},
	};
}

function fileOf(definition: NamedBuild["definition"], { fromCurrent }: Spelling, cwd: string): string {
	const context = textOf(definition.context) ?? ".";
	const path = textOf(definition.dockerfile) ?? "Dockerfile";
	if (isFromCurrent(path, fromCurrent)) return resolve(cwd, path.slice(fromCurrent?.length));
	return resolve(cwd, isRemote(context) ? "." : context, path);
}

/** A build with another Dockerfile, and the files that this Dockerfile needs in the temporary folder. */
interface ChangedBuild extends NamedBuild {
	readonly files: readonly WorkspaceFile[];
}

/** Where the temporary folder is, and what the environment says. */
interface Surroundings {
	readonly folder: string;
	readonly env: NodeJS.ProcessEnv;
}

/**
 * Builds with other Dockerfiles.
 * @param rewritten one for each build
 */
export function changeNamedBuilds(
	builds: readonly NamedBuild[],
	rewritten: readonly RewrittenInput[],
	spelling: Spelling,
	surroundings: Surroundings,
): ChangedBuild[] {
	return rewritten.flatMap((each, index) => {
		const build = builds[index];
		return build === undefined ? [] : [{ name: build.name, ...changeNamedBuild(build, each, spelling, surroundings) }];
	});
}

function changeNamedBuild(
	{ name, definition }: NamedBuild,
	rewritten: RewrittenInput,
	{ inline, contexts, escape }: Spelling,
	{ folder, env }: Surroundings,
): Omit<ChangedBuild, "name"> {
	if (!isDelivered(rewritten)) return { definition, files: [] };
	const named = textEntries(definition[contexts]);
	const withInit = rewritten.usesContext
		? { [contexts]: { [INIT_CONTEXT]: escape(join(folder, INIT_FOLDER)), ...named } }
		: {};
	if (definition[inline] !== undefined)
		return { definition: { ...definition, ...withInit, [inline]: escape(rewritten.text) }, files: [] };
	const files = standIn(rewritten.input.file, rewritten.text, name);
	const own = isObject(definition.labels) ? definition.labels : {};
	const labels = Object.entries(gitLabels(rewritten.input, env)).map(([name, value]) => [name, escape(value)]);
	const labelled = labels.length === 0 ? {} : { labels: { ...Object.fromEntries(labels), ...own } };
	const dockerfile = escape(join(folder, files[0]?.path ?? ""));
	return { definition: { ...definition, ...withInit, ...labelled, dockerfile }, files };
}
