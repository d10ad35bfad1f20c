import { createHash } from "node:crypto";

/** The algorithms that BuildKit knows, and their lengths in hex. */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/** Whether a value is a digest that we can check. */
export function isDigest(value: unknown): value is string {
	return typeof value === "string" && DIGEST.test(value);
}

/** The digest of bytes. */
export function digestOf(bytes: Uint8Array, algorithm = "sha256"): string {
	return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

/** Whether bytes have a digest. */
export function hasDigest(bytes: Uint8Array, digest: string): boolean {
	const [algorithm] = digest.split(":");
	return isDigest(digest) && digestOf(bytes, algorithm) === digest;
}
