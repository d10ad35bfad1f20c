import { copyFileSync, mkdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { execa } from "execa";
import { makeFolder } from "./workspace.ts";

/** A folder with what the stage `runtime` holds, of this machine's Node.js and libraries: an engine that has no image of Node.js needs none. */
export async function layOutRuntime(): Promise<string> {
	const folder = makeFolder({});
	const runtime = join(folder, "runtime");
	for (const name of ["lib", "lib64"]) mkdirSync(join(runtime, name), { recursive: true });
	const node = realpathSync(process.execPath);
	const { failed } = await execa("strip", ["-o", join(runtime, "node"), node], { reject: false });
	// Without binutils it is larger, and that is all.
	if (failed) copyFileSync(node, join(runtime, "node"));
	const { stdout } = await execa("ldd", [node]);
	for (const [, path] of stdout.matchAll(/(\/\S+) \(0x/g)) {
		if (path === undefined) continue;
		for (const name of ["lib", ...(basename(path).startsWith("ld-linux") ? ["lib64"] : [])]) copyFileSync(path, join(runtime, name, basename(path)));
	}
	return folder;
}
