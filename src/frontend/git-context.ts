// Which build contexts BuildKit takes for git repositories, and the source that it makes of one (moby/buildkit: frontend/dockerfile/dfgitutil/git_ref.go,
// util/gitutil/git_url.go, client/llb/source.go).
import { posix } from "node:path";
import type { Definition } from "./gen/ops.ts";
import { source } from "./llb.ts";

/** A repository, and what is wanted of it. */
interface GitReference {
	/** What git is told to fetch from. */
	readonly remote: string;
	readonly host: string;
	readonly path: string;
	readonly isSsh: boolean;
	/** A branch, a tag or a commit; empty: the repository's own. */
	readonly ref: string;
	readonly folder: string;
	readonly checksum: string;
	readonly keepsGitFolder: boolean;
}

/**
 * The source that BuildKit makes of a context that is a git repository; undefined for another one.
 * @param keepsGitFolder what the build argument BUILDKIT_CONTEXT_KEEP_GIT_DIR says
 */
export function gitContext(context: string, keepsGitFolder: boolean): Definition | undefined {
	const reference = readGitReference(context);
	if (reference === undefined) return undefined;
	const { remote, host, path, isSsh, ref, folder, checksum } = reference;
	const fragment = ref === "" && folder === "" ? "" : `#${ref}${folder === "" ? "" : `:${folder}`}`;
	return source(`load git source ${context}`, `git://${host}${posix.join("/", path)}${fragment}`, {
		...(reference.keepsGitFolder || keepsGitFolder ? { "git.keepgitdir": "true" } : {}),
		"git.fullurl": remote,
		"git.authtokensecret": "GIT_AUTH_TOKEN",
		"git.authheadersecret": "GIT_AUTH_HEADER",
		...(isSsh ? { "git.mountsshsock": "default" } : {}),
		...(checksum === "" ? {} : { "git.checksum": checksum }),
	});
}

const SCP_STYLE = /^(?:[\w-]+@)?([a-zA-Z0-9-.]+):(.*?)(?:#(.*))?$/;
const SCHEME = /^([a-z0-9]+):\/\//i;

function readGitReference(context: string): GitReference | undefined {
	if (/^\.\.?\//.test(context)) return undefined;
	const text = context.startsWith("github.com/") ? `https://${context}` : context;
	const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
	if (scheme !== undefined) return readUrl(text, scheme, text !== context);
	const [, host, path, fragment = ""] = SCP_STYLE.exec(text) ?? [];
	if (host === undefined || path === undefined) return undefined;
	const [remote = ""] = text.split("#");
	return { remote, host, path, isSsh: true, ...readFragment(fragment), checksum: "", keepsGitFolder: false };
}

function readUrl(text: string, scheme: string, isShorthand: boolean): GitReference | undefined {
	if (!["git", "http", "https", "ssh"].includes(scheme) || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	const isWeb = scheme.startsWith("http");
	if (isWeb && !url.pathname.endsWith(".git") && !isShorthand) return undefined;
	const { ref, folder } = readFragment(url.hash.slice(1));
	const query = url.searchParams;
	return {
		remote: text.replace(/[?#].*$/s, ""),
		host: url.host,
		path: url.pathname,
		isSsh: scheme === "ssh",
		ref: refOf(query) || ref || (query.get("checksum") ?? query.get("commit") ?? ""),
		folder: query.get("subdir") || folder,
		checksum: query.get("checksum") ?? query.get("commit") ?? "",
		keepsGitFolder: query.has("keep-git-dir") && query.get("keep-git-dir") !== "false",
	};
}

function readFragment(fragment: string): { ref: string; folder: string } {
	const [ref = "", ...folder] = decodeURIComponent(fragment).split(":");
	return { ref, folder: folder.join(":") };
}

function refOf(query: URLSearchParams): string {
	const tag = query.get("tag");
	if (tag) return `refs/tags/${tag.replace(/^refs\/tags\//, "")}`;
	const branch = query.get("branch");
	if (branch) return `refs/heads/${branch.replace(/^refs\/heads\//, "")}`;
	return query.get("ref") ?? "";
}
