import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runCli } from "../../../cli/run-cli.ts";
import { docker } from "../../helpers/engine.ts";

/** The example that all images are built from. */
export const example: string = join(import.meta.dirname, "../../../../examples/php-fpm-supervisor");

/** What runs as PID 1 of an image. */
export type Pid1 = "supervisord" | "pidone" | "tini" | "dumb-init";

/** The options that add each init. For pidone, they are in the example's own .pidone.yaml. */
const REWRITES: Readonly<Record<Exclude<Pid1, "supervisord">, readonly string[]>> = {
	pidone: [],
	tini: ["--no-config", "--init", "tini"],
	"dumb-init": ["--no-config", "--init", "dumb-init"],
};

/** The name of an image, which no other run uses. */
export function imageOf(pid1: Pid1): string {
	return `pidone-e2e-php-${process.pid}-${pid1}`;
}

/** Builds the example as it is and rewritten for each init, in an empty folder. The layers below are built once. */
export async function buildImages(folder: string): Promise<void> {
	cpSync(example, folder, { recursive: true });
	await expectDone(["emit", "--quiet"], folder);
	await build(folder, "Dockerfile", "supervisord");
	for (const pid1 of ["pidone", "tini", "dumb-init"] as const) {
		const file = `Dockerfile.${pid1}`;
		writeFileSync(
			join(folder, file),
			await expectDone(["rewrite", ...REWRITES[pid1], "-"], folder, readFileSync(join(folder, "Dockerfile"))),
		);
		await build(folder, file, pid1);
	}
}

/** Removes what `buildImages` built. */
export async function removeImages(): Promise<void> {
	await docker("image", "rm", "--force", ...(["supervisord", "pidone", "tini", "dumb-init"] as const).map(imageOf));
}

async function build(folder: string, file: string, pid1: Pid1): Promise<void> {
	await docker("buildx", "build", "--network", "host", "--tag", imageOf(pid1), "--file", join(folder, file), folder);
}

async function expectDone(args: readonly string[], folder: string, input: Uint8Array | string = ""): Promise<string> {
	const { code, out, err } = await runCli(args, { cwd: folder, input });
	expect({ code, err }).toMatchObject({ code: 0 });
	return out;
}
