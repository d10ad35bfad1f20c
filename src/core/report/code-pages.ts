import { rules } from "../check/rules/index.ts";

/**
 * Titles of the codes that are no rule's: of outcomes that are findings too, of comments, and of files that do not
 * parse.
 */
const titles: ReadonlyMap<string, string> = new Map([
	["rewritten", "No init runs as PID 1, and a rewrite would put one there"],
	["unknown-base", "What the base image runs is not known"],
	["cannot-install", "There is no way to install the init"],
	["cannot-replace", "The init that is there cannot be replaced"],
	["unused-ignore", "An ignore comment that ignores nothing"],
	["ignore-without-reason", "An ignore comment that gives no reason"],
	["context-ignored", "A .dockerignore keeps the init out of the build context"],
	["git-ignored", "Git ignores the init that the Dockerfile copies"],
	["syntax-error", "The Dockerfile does not parse, or cannot be built"],
]);

/** What a code stands for, in a few words. */
export function titleOf(code: string): string {
	return rules.find((rule) => rule.code === code)?.title ?? titles.get(code) ?? code;
}

/** The page about a code, by its path in the package. */
export function pageOf(code: string): string {
	return `docs/rules/${code}.md`;
}
