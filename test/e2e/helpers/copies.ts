import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";

/** Copies a folder into a temporary one, which the caller removes. */
export function copyFolder(folder: string): string {
	const copy = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	cpSync(folder, copy, { recursive: true });
	return copy;
}

/** Removes temporary folders. */
export function removeFolders(...folders: readonly string[]): void {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/**
 * Rewrites the Dockerfile of the folder with the built command line, and puts the init's binaries next to it if it
 * copies one of them.
 */
export async function rewriteFolder(folder: string, ...options: readonly string[]): Promise<void> {
	const { exitCode, all } = await execa(process.execPath, [cliFile, "rewrite", "--write", ...options, "Dockerfile"], {
		cwd: folder,
		reject: false,
		all: true,
	});
	expect(exitCode, all).toBe(0);
	expect(all).toMatch(/1 file, 1 changed/);
	if (readFileSync(join(folder, "Dockerfile"), "utf8").includes("pidone-linux-"))
		await execa(process.execPath, [cliFile, "emit"], { cwd: folder });
}
