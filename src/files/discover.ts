import { lstatSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../config/user-error.ts";

/** What files are called that hold Dockerfiles. */
const NAMES = ["Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.dockerfile", "Containerfile"];
/** Names that match but hold something else. */
const OTHERS = ["**/Dockerfile*.dockerignore", "**/*.Dockerfile.dockerignore", "**/Dockerfile*.expected", "**/.git/**", "**/node_modules/**"];

/**
 * The files that paths on the command line mean: a file is itself, a folder is walked for Dockerfiles, a glob is expanded.
 * What .gitignore ignores is left out of walks and globs. A path that does not exist is kept, for the reader to complain about.
 * @returns paths as the user wrote them, relative ones relative to `cwd`, sorted within each argument, each once
 */
export async function discoverFiles(paths: readonly string[], cwd: string): Promise<string[]> {
	const found: string[] = [];
	for (const path of paths) found.push(...(await expandPath(path, cwd)));
	return [...new Set(found)];
}

async function expandPath(path: string, cwd: string): Promise<string[]> {
	if (path === "") throw new UserError("a path is empty");
	const kind = kindOf(resolve(cwd, path));
	if (kind === "other") return [path];
	// Files that are named, the usual case, need no walker.
	const { globby, isDynamicPattern } = await import("globby");
	if (kind === "missing" && !isDynamicPattern(path)) return [path];
	const patterns = kind === "folder" ? NAMES.map((name) => `${escapeGlob(trimSlash(path))}/**/${name}`) : [path];
	const files = await findFiles(patterns, cwd, globby);
	return files
		.filter((file) => kindOf(resolve(cwd, file)) !== "folder" || kind === "folder")
		.map(withoutDot)
		.sort();
}

/** A .gitignore that cannot be read ignores nothing. */
async function findFiles(patterns: readonly string[], cwd: string, globby: typeof import("globby").globby): Promise<string[]> {
	const options = { cwd, ignore: OTHERS, dot: true, onlyFiles: false, followSymbolicLinks: false, suppressErrors: true };
	try {
		return await globby(patterns, { ...options, gitignore: true });
	} catch {
		return globby(patterns, options);
	}
}

function kindOf(path: string): "folder" | "other" | "missing" {
	try {
		return statSync(path).isDirectory() ? "folder" : "other";
	} catch {
		return isLink(path) ? "other" : "missing";
	}
}

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

function trimSlash(path: string): string {
	return path.replace(/(?<=.)\/+$/, "");
}

function withoutDot(path: string): string {
	return path.replace(/^\.\//, "");
}

function escapeGlob(path: string): string {
	return path.replace(/[\\*?[\]{}()!+@]/g, "\\$&");
}
