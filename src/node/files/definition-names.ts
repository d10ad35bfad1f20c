/** The languages of build definitions: files that say what is built. */
export type DefinitionKind =
	| "compose"
	| "bake"
	| "skaffold"
	| "devcontainer"
	| "workflow"
	| "gitlab"
	| "cloudbuild"
	| "make"
	| "tilt"
	| "shell";

/** The names by which tools find these files. */
const NAMES: readonly (readonly [DefinitionKind, RegExp])[] = [
	["compose", /^(?:docker-)?compose(?:[._-][^/]*)?\.ya?ml$/],
	["bake", /^docker-bake(?:\.[^/]*)?\.(?:hcl|json)$/],
	["skaffold", /^skaffold(?:[._-][^/]*)?\.ya?ml$/],
	["devcontainer", /^\.?devcontainer\.json$/],
	["gitlab", /^(?:[^/]*\.)?gitlab-ci\.ya?ml$/],
	["cloudbuild", /^(?:[^/]+[._-])?cloudbuild(?:[._-][^/]*)?\.ya?ml$/],
	["make", /^(?:GNUmakefile|[Mm]akefile|[^/]+\.mk)$/],
	["tilt", /^(?:Tiltfile|[^/]+\.[Tt]iltfile)$/],
];

/** The first characters that such names have; most names of a tree have others. */
const STARTS = "cdsgmGMT.";

const WORKFLOWS = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;

/** The language of a build definition, by its path, with `/` between its parts; undefined for other files. */
export function definitionKindOf(path: string): DefinitionKind | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (!STARTS.includes(name.charAt(0)) && !/\.(?:ya?ml|mk|[Tt]iltfile)$/.test(name)) return undefined;
	return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? (WORKFLOWS.test(path) ? "workflow" : undefined);
}
