import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execaSync } from "execa";

/** The repository. */
const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** Whether dist/ is newer than everything that it is built from. */
export const isUpToDate: boolean = compareTimes();

/** The built package: dist/ if it is up to date, otherwise a separate build that all test files share. */
const builtFolder: string = isUpToDate ? root : buildOnce();

/** The built command line. */
export const cliFile: string = join(builtFolder, "dist/cli.cjs");

/** Lets a run of the built command line reuse what another one compiled. Compiling takes a third of a short run. */
export const CODE_CACHE: { readonly XDG_CACHE_HOME: string } = {
	XDG_CACHE_HOME: join(tmpdir(), `pidone-test-cache-${process.getuid?.() ?? 0}`),
};

/** The built binaries of the init, and its sources. */
export const initFolder: string = join(builtFolder, "dist/init");

function sources(): string[] {
	const src = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
		/\.(?:css|html|ts)$/.test(file),
	);
	return [
		...src.sort().map((file) => join(root, "src", file)),
		...["schema/config.json", "schema/report.json", "package.json"].map((file) => join(root, file)),
	];
}

function compareTimes(): boolean {
	const built = join(root, "dist/cli.js");
	if (!existsSync(built)) return false;
	const { mtimeMs } = statSync(built);
	return sources().every((file) => statSync(file).mtimeMs < mtimeMs);
}

function buildOnce(): string {
	const hash = createHash("sha256");
	for (const file of sources()) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
	const folder = join(tmpdir(), `pidone-built-${process.getuid?.() ?? 0}-${hash.digest("hex").slice(0, 16)}`);
	const lock = `${folder}.lock`;
	const deadline = Date.now() + 90_000;
	while (!existsSync(folder)) {
		if (takeLock(lock) || Date.now() > deadline) {
			try {
				if (!existsSync(folder)) build(folder);
			} finally {
				rmSync(lock, { recursive: true, force: true });
			}
		} else {
			// Another test file is building. Importing this module may block, because it has nothing else to do.
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
		}
	}
	return folder;
}

function takeLock(lock: string): boolean {
	try {
		mkdirSync(lock);
		return true;
	} catch {
		return false;
	}
}

/** Builds in a folder next to it, and renames that folder, so that a folder of that name is always complete. */
function build(folder: string): void {
	const made = mkdtempSync(`${folder}-`);
	const tsc = join(root, "node_modules/@typescript/native/bin/tsc");
	const options = [
		"--outDir",
		join(made, "dist"),
		"--declaration",
		"false",
		"--isolatedDeclarations",
		"false",
		"--noCheck",
	];
	execaSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json"), ...options]);
	cpSync(join(root, "schema"), join(made, "schema"), { recursive: true });
	cpSync(join(root, "package.json"), join(made, "package.json"));
	symlinkSync(join(root, "node_modules"), join(made, "node_modules"));
	for (const script of ["build-init.js", "bundle.js"])
		execaSync(process.execPath, [join(root, "scripts", script), join(made, "dist")]);
	execaSync("chmod", ["-R", "a+rX", made]);
	try {
		renameSync(made, folder);
	} catch (error) {
		rmSync(made, { recursive: true, force: true });
		if (!existsSync(folder)) throw error;
	}
}
