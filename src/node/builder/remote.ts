import { isAbsolute } from "node:path";
import { isTarHeader } from "../../core/dockerfile/tar-header.ts";
import { UserError } from "../../core/user-error.ts";
import type { BuilderCommand } from "./builder-command.ts";

/** Whether a build context or file is fetched by the builder (Docker: builder/remotecontext/urlutil). */
export function isRemote(text: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\/|^git@|^github\.com\//i.test(text);
}

/**
 * Whether BuildKit reads a Dockerfile from this machine even if it fetches the build context: only a relative path is
 * looked up in the context (buildx: build/opt.go).
 */
export function isLocalFile(path: string | undefined): path is string {
	return path !== undefined && isAbsolute(path);
}

/** Throws UserError for a build context that only the builder sees. */
export function refuseRemote({ name }: BuilderCommand, context: string): never {
	throw new UserError(
		`${name} ${context}: is fetched by the builder, so pidone cannot read the Dockerfile: ${insteadOf(context, name)}`,
	);
}

function insteadOf(context: string, name: string): string {
	if (/^(?:docker-image|container-image|oci-layout|target):/.test(context)) return "use a directory";
	const isTar = /\.(?:tar|tgz|tar\.\w+)(?:[?#]|$)/.test(context);
	// What http fetches is a git repository only if it is called so; else an archive, or a Dockerfile.
	if (!isTar && /^https?:/i.test(context) && !/\.git(?:[?#]|$)/.test(context))
		return `download it first, and pass a Dockerfile on stdin: pidone build -- ${name} - < Dockerfile`;
	const how = isTar ? "download and unpack it" : "git clone it";
	return `${how} first and build the folder, or pass the Dockerfile on stdin: pidone build -- ${name} --file - ${context} < Dockerfile`;
}

/** Throws UserError for a Dockerfile that only the builder sees. */
export function refuseRemoteFile({ name }: BuilderCommand, file: string, context: string): never {
	throw new UserError(
		`${name} --file ${file}: is fetched by the builder, so pidone cannot read it: download it first, or pass it on stdin: pidone build -- ${name} --file - ${context} < Dockerfile`,
	);
}

/** Throws UserError for an archive on stdin that is a build context. */
export function refuseArchive({ name }: BuilderCommand): never {
	throw new UserError(
		`${name} -: the build context on stdin is an archive, which pidone does not read: unpack it (mkdir context && tar -xC context), and pass the directory to ${name}`,
	);
}

const MAGIC: readonly (readonly number[])[] = [
	[0x1f, 0x8b],
	[0x42, 0x5a, 0x68],
	[0xfd, 0x37, 0x7a, 0x58, 0x5a],
	[0x28, 0xb5, 0x2f, 0xfd],
];

/** Whether bytes are a tar archive, compressed or not, by Docker's own test. */
export function isArchive(bytes: Uint8Array): boolean {
	const isCompressed = MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte));
	return isCompressed || isTarHeader(bytes);
}
