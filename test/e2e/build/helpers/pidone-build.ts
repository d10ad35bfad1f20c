import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { cliFile } from "../../../cli/built-cli.ts";
import { runNamed } from "../../helpers/containers.ts";
import { docker, engineEnv } from "../../helpers/engine.ts";
import { nameContainer } from "../../helpers/leftovers.ts";

/** How a run of pidone ended. */
export interface Built {
	readonly code: number | undefined;
	readonly out: string;
	readonly err: string;
	/** The files that are left in the temporary folder. */
	readonly left: readonly string[];
}

interface BuildOptions {
	readonly cwd: string;
	readonly input?: string | Uint8Array;
	/** An undefined value removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly options?: readonly string[];
}

/** Runs `pidone build` with a builder's command line and its own temporary folder. */
export async function pidoneBuild(
	words: readonly string[],
	{ cwd, input = "", env = {}, options = [] }: BuildOptions,
): Promise<Built> {
	const tmp = makeContext({});
	const result = await execa(process.execPath, [cliFile, "build", ...options, "--", ...words], {
		cwd,
		input,
		env: { ...engineEnv, TMPDIR: tmp, ...env },
		reject: false,
	});
	return { code: result.exitCode, out: result.stdout, err: result.stderr, left: readdirSync(tmp) };
}

/** Runs any other command of the built CLI. Throws if it fails. */
export async function pidone(cwd: string, ...args: readonly string[]): Promise<void> {
	await execa(process.execPath, [cliFile, ...args], { cwd });
}

/** Creates a folder with these files, and removes it after the test. */
export function makeContext(files: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "pidone-e2e-build-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

/** A name for an image, which is removed after the test. */
export function imageName(what: string): string {
	const name = `pidone-e2e-build-${what}-${process.pid}`;
	onTestFinished(async () => {
		await docker("image", "rm", "--force", name);
	});
	return name;
}

/** What an image declares, and the digests of its layers. */
export async function readImage(
	name: string,
): Promise<{ readonly config: Record<string, unknown>; readonly layers: readonly string[] }> {
	const [image] = JSON.parse(await docker("image", "inspect", name)) as {
		Config: Record<string, unknown>;
		RootFS: { Layers: string[] };
	}[];
	if (image === undefined) throw new Error(`no image ${name}`);
	return { config: image.Config, layers: image.RootFS.Layers };
}

/** How often an image is run that prints nothing. */
const MAX_RUNS = 3;

/** Runs an image until it exits, and returns what it prints. */
export async function runImage(name: string, ...command: readonly string[]): Promise<string> {
	for (let run = 1; ; run++) {
		const { exitCode, stdout, stderr } = await runNamed(nameContainer(), name, ...command);
		if (exitCode !== 0) throw new Error(`${name} has ended with ${exitCode}: ${stderr}`);
		// All of these images print something, but a busy engine waits no more than two seconds for it when they exit.
		if (stdout !== "" || run === MAX_RUNS) return stdout;
	}
}
