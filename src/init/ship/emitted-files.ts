import { createHash } from "node:crypto";
import type { Binary } from "./binary.ts";
import { makeSpdx } from "./spdx.ts";

/** A file that `pidone emit` writes. */
export interface EmittedFile {
	readonly name: string;
	/** Undefined for files about all binaries. */
	readonly platform?: string;
	readonly bytes: Uint8Array;
	readonly mode: number;
}

/**
 * The files for some binaries: the binaries themselves, their checksums for `sha256sum -c`, and their bill of
 * materials.
 */
export function listEmittedFiles(binaries: readonly Binary[], created: Date): EmittedFile[] {
	const sums = binaries
		.map(({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`)
		.join("");
	return [
		...binaries.map((binary) => ({ ...binary, mode: 0o755 })),
		{ name: "SHA256SUMS", bytes: Buffer.from(sums), mode: 0o644 },
		{
			name: "pidone.spdx.json",
			bytes: Buffer.from(`${JSON.stringify(makeSpdx(binaries, created), null, 2)}\n`),
			mode: 0o644,
		},
	];
}
