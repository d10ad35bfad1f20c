import { type Job, runJob } from "../builder/job.ts";
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

/**
 * Builds the image of a job as `pidone build` does, and gives it a name. Throws BuildFailure.
 * @param what what is built, for the message
 */
export async function buildImage(
	job: Job,
	{ image, what, onLine }: { readonly image: string; readonly what: string; readonly onLine: (line: string) => void },
	engine: EngineClient,
): Promise<void> {
	await runJob(job, async ({ words, kind, stdin }) => {
		const [, ...args] = kind === "build" ? withTag(words, image) : words;
		const options = { isLong: true, onLine, ...(stdin === undefined ? {} : { stdin }) };
		const ran = await (kind === "after" ? engine.uninterrupted.run(args) : engine.run(args, options));
		if (!ran.isOk && kind !== "after")
			throw new BuildFailure(`${engine.name} build of ${what} failed with status ${ran.exitCode}`, ran.all);
		return 0;
	});
}

/** The command line with an option that names the image, after the program and its verb. */
function withTag([program = "", verb = "", ...args]: readonly string[], image: string): string[] {
	return [program, verb, `--tag=${image}`, ...args];
}
