import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { execa } from "execa";
import { expect } from "vitest";
import schema from "../../../../schema/trial.json" with { type: "json" };
import { cliFile } from "../../../cli/built-cli.ts";
import { docker, engineEnv } from "../../helpers/engine.ts";
import { removeFolderAtEnd } from "../../helpers/leftovers.ts";

/** What `pidone trial --json` prints, as far as the tests use it. */
export interface TrialReport {
	readonly before: TrialSide;
	readonly after: TrialSide;
	readonly verdict: {
		readonly kind: string;
		readonly summary: string;
		readonly improvements: readonly string[];
		readonly problems: readonly string[];
	};
}

interface TrialSide {
	readonly image: { readonly size: number };
	readonly readiness: { readonly kind: string; readonly by: string; readonly detail: string };
	readonly stopSignal?: string;
	readonly processes?: TrialProcess;
	readonly orphans?: { readonly made: number; readonly zombies?: number; readonly why?: string };
	readonly end?: { readonly how: string; readonly exitCode: number; readonly seconds: number };
}

interface TrialProcess {
	readonly command: string;
	readonly user: string;
	readonly role?: string;
	readonly gotSignal?: boolean;
	readonly onStop: string;
	readonly memory?: number;
	readonly children: readonly TrialProcess[];
}

const validate = new Ajv2020().compile(schema);

/** How a trial ended. */
export interface Tried {
	readonly code: number | undefined;
	readonly out: string;
	readonly err: string;
}

/** A new folder with executable files, which is removed with everything else that a test file has named. */
export function makeContext(files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = removeFolderAtEnd(realpathSync(mkdtempSync(join(tmpdir(), "pidone-e2e-trial-"))));
	for (const [path, contents] of Object.entries(files)) writeFileSync(join(folder, path), contents, { mode: 0o755 });
	return folder;
}

/** A running trial. */
interface Running {
	readonly pid: number;
	readonly kill: (signal: NodeJS.Signals) => void;
	readonly end: Promise<Tried>;
}

/** Starts `pidone trial` in a folder, with a short timeout, so that a container without an init is killed soon. */
export function startTrial(cwd: string, ...args: readonly string[]): Running {
	const words = ["trial", "--stop-timeout", "3", ...args];
	const child = execa(process.execPath, [cliFile, ...words], { cwd, env: engineEnv, reject: false });
	return {
		pid: child.pid ?? 0,
		kill: (signal) => void child.kill(signal),
		end: child.then(({ exitCode, stdout, stderr }) => ({ code: exitCode, out: stdout, err: stderr })),
	};
}

/** Runs `pidone trial` until it ends. */
export async function trial(cwd: string, ...args: readonly string[]): Promise<Tried> {
	return startTrial(cwd, ...args).end;
}

/** What a trial of a Dockerfile reports, and its exit code. */
export async function report(
	files: Readonly<Record<string, string | Uint8Array>>,
	...args: readonly string[]
): Promise<TrialReport & { readonly code: number | undefined }> {
	const { code, out, err } = await trial(makeContext(files), "--json", ...args);
	if (out === "") throw new Error(`pidone trial prints no report, and ends with ${code}: ${err}`);
	const printed = JSON.parse(out) as TrialReport;
	expect([validate(printed), validate.errors]).toEqual([true, null]);
	return { code, ...printed };
}

/** The names of the containers and images that a trial has created and that are still on the engine. */
export async function leftOf(pid: number): Promise<string[]> {
	const filter = ["--all", "--filter", "label=pidone.trial"];
	const [containers, images] = await Promise.all([
		docker("ps", ...filter, "--format", "{{.Names}}"),
		docker("image", "ls", ...filter, "--format", "{{.Repository}}"),
	]);
	return `${containers}\n${images}`.split("\n").filter((name) => name.startsWith(`pidone-trial-${pid}-`));
}
