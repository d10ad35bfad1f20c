import { digest } from "qjs:sha256";

/** Replaces `sha256` of @noble/hashes in the frontend: interpreted, that takes 1.4 s for 1 MB. */
export function sha256({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
	return new Uint8Array(digest(buffer, byteOffset, length));
}
