import { join, relative, resolve } from "node:path";
import { INIT_CONTEXT } from "../../core/install/init-context.ts";
import { isObject, textEntries, textOf } from "../json.ts";
import { type BuildFacts, type BuildInput, isDelivered, type RewrittenInput } from "./build-input.ts";
import { INIT_FOLDER, type WorkspaceFile } from "./delivery.ts";
import { readDockerfile, standIn } from "./dockerfiles.ts";
import { gitLabels } from "./git-labels.ts";
import { isRemote } from "./remote.ts";

/** How a kind of definition spells the properties of a build. */
export interface Spelling {
	readonly inline: "dockerfile-inline" | "dockerfile_inline";
	readonly contexts: "contexts" | "additional_contexts";
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
 * @param inline the key of a Dockerfile in the definition itself, if pidone can replace it
 */
export function noteRemote({ name, definition }: NamedBuild, inline?: Spelling["inline"]): string | undefined {
	const context = textOf(definition.context) ?? ".";
	const isInline = inline !== undefined && definition[inline] !== undefined;
	return isRemote(context) && !isInline
		? `${name}: its build context ${context} is fetched by the builder, so pidone cannot read the Dockerfile: skipped`
		: undefined;
}

/** The Dockerfile of an image. Throws UserError if it cannot be read. */
export function readNamedBuild(
	{ name, definition }: NamedBuild,
	spelling: Spelling,
	facts: Omit<BuildFacts, "buildArgs" | "contexts" | "target">,
	cwd: string,
): BuildInput {
	const file = fileOf(definition, cwd);
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

function fileOf(definition: NamedBuild["definition"], cwd: string): string {
	const context = textOf(definition.context) ?? ".";
	return resolve(cwd, isRemote(context) ? "." : context, textOf(definition.dockerfile) ?? "Dockerfile");
}

/**
 * The image's part of the definition with another Dockerfile, and the files that this one is in.
 * @param folder the temporary one
 */
export function changeNamedBuild(
	{ name, definition }: NamedBuild,
	rewritten: RewrittenInput,
	{ inline, contexts, escape }: Spelling,
	{ folder, env }: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): { readonly definition: NamedBuild["definition"]; readonly files: readonly WorkspaceFile[] } {
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
