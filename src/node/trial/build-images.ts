import { once } from "node:events";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type Job, planSteps } from "../builder/job.ts";
import { fillWorkspace, withWorkspace } from "../builder/workspace.ts";
import type { EngineClient } from "./engine-client.ts";

/** A failed build, with what the builder printed. */
export class BuildFailure extends Error {
	override readonly name = "BuildFailure";
	readonly output: string;

	constructor(message: string, output: string) {
		super(message);
		this.output = output;
	}
}

/** The name in the temporary folder of a Dockerfile from stdin. */
const STDIN = "stdin";

/**
 * Builds the image of a job as `pidone build` does, and gives it a name. Throws BuildFailure.
 * @param what what is built, for the message
 */
export async function buildImage(
	job: Job,
	{ image, what, onLine }: { readonly image: string; readonly what: string; readonly onLine: (line: string) => void },
	engine: EngineClient,
): Promise<void> {
	await withWorkspace(async (folder) => {
		const { files, words, before, after, input } = planSteps(job, folder);
		fillWorkspace(folder, input === undefined ? files : [...files, { path: STDIN, bytes: input }]);
		const run = async (step: readonly string[], file?: string): Promise<void> => {
			const ran = await runBuilder(step, { engine, onLine, ...(file === undefined ? {} : { file }) });
			if (!ran.isOk)
				throw new BuildFailure(`${engine.name} build of ${what} failed with status ${ran.exitCode}`, ran.all);
		};
		if (before !== undefined) await run(before);
		try {
			await run(withTag(words, image), input === undefined ? undefined : join(folder, STDIN));
		} finally {
			if (after !== undefined) await engine.uninterrupted.run(after.slice(1));
		}
	});
}

/** The command line with an option that names the image, after the program and its verb. */
function withTag([program = "", verb = "", ...args]: readonly string[], image: string): string[] {
	return [program, verb, `--tag=${image}`, ...args];
}

interface BuilderRun {
	readonly engine: EngineClient;
	readonly onLine: (line: string) => void;
	/** The file to use as stdin: Podman opens /dev/stdin, which fails if that is a socket. */
	readonly file?: string;
}

async function runBuilder([, ...words]: readonly string[], { engine, onLine, file }: BuilderRun) {
	if (file === undefined) return engine.run(words, { isLong: true, onLine });
	const stdin = createReadStream(file);
	try {
		await once(stdin, "open");
		return await engine.run(words, { isLong: true, onLine, stdin });
	} finally {
		stdin.destroy();
	}
}
