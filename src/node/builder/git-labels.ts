import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { parseBool } from "../../core/dockerfile/parse-bool.ts";
import { findWorkTree } from "../files/git-ignore.ts";
import { isInside } from "../files/inside.ts";
import type { BuildInput } from "./build-input.ts";

/**
 * The label in which buildx records where the Dockerfile lies in the git work tree of the build context, if the
 * environment asks for it: buildx itself would look where pidone has put the other Dockerfile (buildx: build/git.go).
 */
export function gitLabels(
	{ file, context }: Pick<BuildInput, "file" | "context">,
	{ BUILDX_GIT_LABELS = "" }: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
	if (context === undefined || !(BUILDX_GIT_LABELS === "full" || parseBool(BUILDX_GIT_LABELS))) return {};
	const found = findWorkTree(context);
	const root = found && realpathSync(found);
	if (root === undefined || !isInside(file, root)) return {};
	return { "com.docker.image.source.entrypoint": relative(root, file).split(sep).join("/") };
}
