import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { rolldown } from "rolldown";
import type { Resolution } from "../../../../src/node/resolve/image-source.ts";

const SOURCE = join(import.meta.dirname, "../../../../src/node/registry/registry-source.ts");

/** A program that looks up references for linux/amd64 in its own process. */
export interface BundledSource {
	readonly resolve: (env: Readonly<Record<string, string>>, ...references: readonly string[]) => Promise<Outcome>;
}

interface Outcome {
	readonly answers: readonly Resolution[];
	/** How long it took without the start of the process. */
	readonly seconds: number;
	/** The CPU time that the process used. */
	readonly cpuSeconds: number;
	/** Everything that was printed. */
	readonly output: string;
}

/** Bundles the source in the same way as the command line, into a folder. */
export async function bundleSource(folder: string): Promise<BundledSource> {
	const entry = join(folder, "entry.js");
	const program = join(folder, "program.mjs");
	writeFileSync(
		entry,
		`import { makeRegistrySource } from ${JSON.stringify(SOURCE)};
		const source = makeRegistrySource({});
		const start = performance.now();
		const found = await Promise.all(process.argv.slice(2).map((each) => source.resolve(each, "linux/amd64")));
		const seconds = (performance.now() - start) / 1000;
		const { user, system } = process.cpuUsage();
		// What reads layers is a function, and no part of what is compared.
		const answers = found.map(({ layers, ...answer }) => answer);
		console.log(JSON.stringify({ answers, seconds, cpuSeconds: (user + system) / 1e6 }));`,
	);
	const bundle = await rolldown({ input: entry, platform: "node" });
	await bundle.write({ file: program, codeSplitting: false });
	return {
		resolve: async (env, ...references) => {
			const { PATH = "" } = process.env;
			const all = { PATH, CONTAINERS_REGISTRIES_CONF: "/dev/null", ...env };
			const { stdout, stderr } = await execa(process.execPath, [program, ...references], {
				env: all,
				extendEnv: false,
			});
			return { ...JSON.parse(stdout), output: `${stdout}\n${stderr}` };
		},
	};
}
