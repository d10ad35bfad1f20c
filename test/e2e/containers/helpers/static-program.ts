import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { removeFolderAtEnd } from "../../helpers/leftovers.ts";

const cli = join(import.meta.dirname, "../../../../dist/cli.js");

/**
 * Compiles a program with `pidone compile` into static binaries that need no files from an image. Returns them as
 * `NAME-amd64`, `NAME-armv7` and so on.
 */
export const compileStatic = async (
	name: string,
	source: string,
	platforms: readonly string[],
): Promise<Readonly<Record<string, Uint8Array>>> => {
	const folder = removeFolderAtEnd(await mkdtemp(join(tmpdir(), "pidone-e2e-containers-")));
	await writeFile(join(folder, "program.ts"), source);
	const output = ["-o", join(folder, `${name}-{arch}`), "--platform", platforms.join()];
	await execa("node", [cli, "compile", join(folder, "program.ts"), ...output]);
	const files = platforms.map((platform) => `${name}-${platform.split("/").slice(1).join("")}`);
	return Object.fromEntries(
		await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)),
	);
};

/** A program that leaves that many orphans that have ended, prints a message about it, and sleeps. */
export const leaveOrphans = (count: number): string => {
	const says = `${count} orphans made\\n`;
	return `import { SIGSET_SIZE } from "pidone/init/linux";
import { text, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { word } from "pidone/init/word";

export function start(_stack: word): void {
	for (let left: i32 = ${count}; left > 0; left--) {
		const parent = sys.fork();
		if (parent == 0) {
			sys.fork();
			sys.exit_group(0);
		}
		sys.wait4(parent, 0, 0, 0);
	}
	sys.write(1, text("${says}"), ${says.length - 1});
	while (true) sys.rt_sigtimedwait(zeroed("no signal", SIGSET_SIZE), 0, 0, SIGSET_SIZE);
}
`;
};
