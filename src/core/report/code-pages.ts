import { rules } from "../check/rules/index.ts";

/** Titles of the codes that are not rules: outcomes that are also findings, comments, and files that do not parse. */
const titles: ReadonlyMap<string, string> = new Map([
	["rewritten", "No init runs as PID 1, and a rewrite can add one"],
	["unknown-base", "pidone does not know what the base image runs"],
	["cannot-install", "The init cannot be installed"],
	["cannot-replace", "The existing init cannot be replaced"],
	["unused-ignore", "An ignore comment that has no effect"],
	["ignore-without-reason", "An ignore comment without a reason"],
	["context-ignored", "A .dockerignore excludes the init from the build context"],
	["git-ignored", "Git ignores the init that the Dockerfile copies"],
	["syntax-error", "The Dockerfile does not parse, or cannot be built"],
]);

/** The meaning of a code, in a few words. */
export function titleOf(code: string): string {
	return rules.find((rule) => rule.code === code)?.title ?? titles.get(code) ?? code;
}

/** The page of a code, by its path in the package. */
export function pageOf(code: string): string {
	return `docs/rules/${code}.md`;
}
