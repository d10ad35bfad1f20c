import { resolve } from "node:path";
import { UserError } from "../../core/user-error.ts";

/** A repository to work on. */
export interface Repository {
	/** The argument for git: a URL, or an absolute path. */
	readonly location: string;
	/** The name in messages and in the state file: the location without a password. */
	readonly name: string;
	readonly isLocal: boolean;
}

const COMMENT = /^\s*(?:#.*)?$/;
const CONTROL = /[\u0000-\u001f\u007f]/;
const URL_SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** Transports of git. Others, such as `ext`, can run any program (git-remote-ext). */
const SCHEMES: readonly string[] = ["https", "http", "ssh", "git", "git+ssh", "ssh+git", "file"];
/** `user@host:path`. As in git, a slash before the colon makes it a path. */
const SCP_LIKE = /^[^/:\s]+:(?!:)/;

/**
 * Reads a list of repositories: one URL or path on a line; blank lines and lines that begin with # do not count. A
 * repository that is listed twice is read once.
 * @param cwd for relative paths
 * Throws UserError with file and line for a line that is neither.
 */
export function readRepositoryList(file: string, bytes: Uint8Array, cwd: string): readonly Repository[] {
	const byName = new Map<string, Repository>();
	for (const [index, line] of decode(file, bytes).split(/\r?\n/).entries()) {
		if (COMMENT.test(line)) continue;
		const mistake = findMistake(line.trim());
		if (mistake !== undefined) throw new UserError(`${file}:${index + 1}:1: ${mistake}`);
		const repository = readRepository(line.trim(), cwd);
		if (!byName.has(repository.name)) byName.set(repository.name, repository);
	}
	return [...byName.values()];
}

function decode(file: string, bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (error) {
		throw new UserError(`${file}: is not UTF-8: write a git URL or a path on each line`, { cause: error });
	}
}

function findMistake(text: string): string | undefined {
	if (text.startsWith("-")) return "begins with a dash, which git would read as an option: write ./ before a path";
	if (CONTROL.test(text)) return "contains a control character: write a git URL or a path";
	const [, scheme] = URL_SCHEME.exec(text) ?? [];
	if (scheme !== undefined)
		return SCHEMES.includes(scheme.toLowerCase())
			? undefined
			: `the scheme ${scheme}: is not supported: use one of ${SCHEMES.join(", ")}`;
	return /^[a-z0-9+.-]+::/i.test(text)
		? "names a remote helper of git, which can run any program: write a URL or a path"
		: undefined;
}

function readRepository(text: string, cwd: string): Repository {
	const isLocal = !URL_SCHEME.test(text) && !SCP_LIKE.test(text);
	const location = isLocal ? resolve(cwd, text) : text;
	return { location, name: withoutPassword(location), isLocal };
}

/** Removes the user and the password from URLs in a text, such as git's messages. */
export function withoutPassword(text: string): string {
	return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi, "$1");
}
