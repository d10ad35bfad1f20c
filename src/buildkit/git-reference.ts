// Which build contexts are git repositories to BuildKit, and how it reads them (moby/buildkit:
// frontend/dockerfile/dfgitutil/git_ref.go, util/gitutil/git_url.go, util/sshutil/scpurl.go).

import { normalizePath } from "../core/command/posix-path.ts";
import { parseBool } from "../core/dockerfile/parse-bool.ts";
import { UserError } from "../core/user-error.ts";

/** A repository, and what to fetch from it. */
export interface GitReference extends GitOptions {
	/** The URL from which git fetches. */
	readonly remote: string;
	readonly host: string;
	readonly path: string;
	readonly isSsh: boolean;
}

interface GitOptions {
	/** A branch, a tag or a commit; empty: the repository's own. */
	readonly ref: string;
	readonly folder: string;
	readonly checksum: string;
	readonly keepsGitFolder: boolean;
	readonly skipsSubmodules: boolean;
}

/**
 * Reads a context that is a git repository; undefined for another context. Throws UserError for options in it that
 * BuildKit rejects.
 */
export function readGitReference(context: string): GitReference | undefined {
	if (/^\.\.?\//.test(context)) return undefined;
	const isShorthand = context.startsWith("github.com/");
	const text = isShorthand ? `https://${context}` : context;
	return /^[a-z0-9]+:\/\//i.test(text) ? readUrl(text, isShorthand) : readScpStyle(text);
}

const SCP_STYLE = /^([\w-]+@[a-zA-Z0-9-.]+):([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

function readScpStyle(text: string): GitReference | undefined {
	const [, login, path = "", query = "", fragment = ""] = SCP_STYLE.exec(text) ?? [];
	if (login === undefined) return undefined;
	return {
		remote: `${login}:${path}`,
		host: login.replace(/^.*@/, ""),
		path,
		isSsh: true,
		...readOptions(fragment, query),
	};
}

/**
 * Scheme, login with its at sign, host, path, query and fragment. Texts that do not match are not URLs to Go: another
 * scheme, a control character, or a wrong port.
 */
const URL_PARTS = /^(git|https?|ssh):\/\/([^/?#]*@)?([^/?#@\s]*?(?::\d*)?)((?:\/[^?#]*)?)(?:\?([^#]*))?(?:#(.*))?$/i;

function readUrl(text: string, isShorthand: boolean): GitReference | undefined {
	const [, scheme = "", login = "", host = "", escaped = "", query = "", fragment = ""] = URL_PARTS.exec(text) ?? [];
	const [path, decoded] = [escaped, fragment].map(unescapeText);
	if (scheme === "" || path === undefined || decoded === undefined || /[\0-\x1f\x7f]/.test(text)) return undefined;
	if (/^http/i.test(scheme) && !path.endsWith(".git") && !isShorthand) return undefined;
	const remote = `${scheme.toLowerCase()}://${login}${host}${escapePath(escaped, path)}`;
	return { remote, host, path, isSsh: /^ssh$/i.test(scheme), ...readOptions(decoded, query) };
}

function unescapeText(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** A path as Go writes it: unchanged, unless a character in it must be escaped (net/url: URL.EscapedPath). */
function escapePath(escaped: string, path: string): string {
	if (/^[\w\-.~!$&'()*+,;=:@[\]%/]*$/.test(escaped)) return escaped;
	return encodeURI(path).replace(
		/[!'()*#?[\]]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function readOptions(fragment: string, query: string): GitOptions {
	const [, ref = "", folder = ""] = /^([^:]*)(?::(.*))?$/s.exec(fragment) ?? [];
	const told = readQuery(query);
	const checksum = told.checksum ?? told.commit ?? "";
	return {
		ref: agree("ref", ref, refOf(told)) || checksum,
		folder: agree("subdir", normalizePath(`/${folder}`).slice(1), told.subdir ?? ""),
		checksum,
		keepsGitFolder: readSwitch("keep-git-dir", told["keep-git-dir"], false),
		skipsSubmodules: !readSwitch("submodules", told.submodules, true),
	};
}

/** Keys and values, without those that are not properly escaped (Go: url.ParseQuery). */
function parseQuery(query: string): [key: string, value: string][] {
	return query.split("&").flatMap((pair): [string, string][] => {
		const [name = ""] = pair.split("=", 1);
		const [key, value] = [name, pair.slice(name.length + 1)].map((text) => unescapeText(text.replaceAll("+", " ")));
		return pair === "" || key === undefined || value === undefined ? [] : [[key, value]];
	});
}

const SWITCHES = ["keep-git-dir", "submodules"];
const KEYS = ["ref", "tag", "branch", "subdir", "checksum", "commit", ...SWITCHES];

function readQuery(query: string): Readonly<Record<string, string>> {
	const told: Record<string, string> = {};
	const parameters = parseQuery(query);
	for (const [key, value] of parameters) {
		if (value === "" && !SWITCHES.includes(key)) throw refuse(`query "${key}" has no value`);
		if (parameters.filter(([other]) => other === key).length > 1) throw refuse(`query "${key}" has multiple values`);
		if (!KEYS.includes(key)) throw refuse(`unexpected query "${key}"`);
		told[key] = value;
	}
	return told;
}

function refOf({ ref = "", tag, branch }: Readonly<Record<string, string>>): string {
	if (tag !== undefined && branch !== undefined) throw refuse("branch conflicts with tag");
	const name = tag === undefined ? branch && withPrefix("refs/heads/", branch) : withPrefix("refs/tags/", tag);
	return agree("ref", ref, name ?? "");
}

function withPrefix(prefix: string, name: string): string {
	return name.startsWith(prefix) ? name : `${prefix}${name}`;
}

/** Returns the value of two options that must agree if both are given. */
function agree(key: string, first: string, second: string): string {
	if (first !== "" && second !== "" && first !== second) throw refuse(`${key} conflicts: "${first}" vs "${second}"`);
	return first || second;
}

/** A key without a value is true. */
function readSwitch(key: string, text: string | undefined, otherwise: boolean): boolean {
	if (text === undefined) return otherwise;
	const value = parseBool(text || "true");
	if (value === undefined) throw refuse(`invalid ${key} value: "${text}"`);
	return value;
}

function refuse(reason: string): UserError {
	return new UserError(`the build context cannot be read: ${reason}`);
}
