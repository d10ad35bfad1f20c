// The source that BuildKit makes of a build context that is a git repository (moby/buildkit:
// frontend/dockerui/context.go, client/llb/source.go).
import { normalizePath } from "../core/command/posix-path.ts";
import type { Definition } from "./gen/ops.ts";
import { readGitReference } from "./git-reference.ts";
import { source } from "./llb.ts";

/**
 * The source that BuildKit makes of a context that is a git repository; undefined for another context. Throws UserError
 * for options in it that BuildKit rejects.
 * @param keepsGitFolder what the build argument BUILDKIT_CONTEXT_KEEP_GIT_DIR says
 */
export function gitContext(context: string, keepsGitFolder: boolean): Definition | undefined {
	const reference = readGitReference(context);
	if (reference === undefined) return undefined;
	const { remote, host, path, isSsh, ref, folder, checksum } = reference;
	const fragment = ref === "" && folder === "" ? "" : `#${ref}${folder === "" ? "" : `:${folder}`}`;
	return source(`load git source ${context}`, `git://${host}${normalizePath(`/${path}`)}${fragment}`, {
		...(reference.keepsGitFolder || keepsGitFolder ? { "git.keepgitdir": "true" } : {}),
		"git.fullurl": remote,
		"git.authtokensecret": "GIT_AUTH_TOKEN",
		"git.authheadersecret": "GIT_AUTH_HEADER",
		...(isSsh ? { "git.mountsshsock": "default" } : {}),
		...(checksum === "" ? {} : { "git.checksum": checksum }),
		...(reference.skipsSubmodules ? { "git.skipsubmodules": "true" } : {}),
	});
}
