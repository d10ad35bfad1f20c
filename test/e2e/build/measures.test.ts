import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { docker, engineEnv } from "../helpers/engine.ts";
import { imageName, makeContext, pidoneBuild } from "./helpers/pidone-build.ts";

const RUNS = 5;
const GOAL_SECONDS = 0.3;
const GOAL_BYTES = 18_432;
const BASE = "debian:bookworm-slim";
const INSTALL =
	"RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/* /var/cache/apt/*";

function show(line: string): void {
	process.stderr.write(`e2e: ${line}\n`);
}

/** The sizes of an image's layers as uncompressed tar archives, the lowest layer first. */
async function layerSizes(image: string): Promise<number[]> {
	const folder = makeContext({});
	const archive = join(folder, "image.tar");
	await docker("save", "--output", archive, image);
	await execa("tar", ["-xf", archive, "-C", folder]);
	const [manifest] = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { Layers: string[] }[];
	const sizeOf = (layer: string): number => {
		const bytes = readFileSync(join(folder, layer));
		return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).length : bytes.length;
	};
	return (manifest?.Layers ?? []).map(sizeOf);
}

async function secondsOf(words: readonly string[], cwd: string): Promise<number> {
	const [file = "", ...args] = words;
	const start = performance.now();
	await execa(file, args, { cwd, env: engineEnv });
	return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe("what pidone build costs", () => {
	it.each([[["docker", "buildx", "build"]], [["docker", "build"]]])(
		"in time, on a build that is cached: %j",
		async (builder) => {
			const cwd = makeContext({
				Dockerfile: `FROM ${BASE}\nWORKDIR /srv\nCOPY . .\nRUN true\nCMD ["sleep", "1"]\n`,
				app: "app\n",
			});
			const plain = [...builder, "--network", "host", "--tag", imageName("time-plain"), "."];
			const tag = imageName("time-pidone");
			const wrapped = [process.execPath, cliFile, "build", "--", ...plain.with(-2, tag)];
			await secondsOf(plain, cwd);
			await secondsOf(wrapped, cwd);
			const times = { plain: [] as number[], wrapped: [] as number[] };
			for (let run = 0; run < RUNS; run++) {
				times.plain.push(await secondsOf(plain, cwd));
				times.wrapped.push(await secondsOf(wrapped, cwd));
			}
			const [without, withInit] = [median(times.plain), median(times.wrapped)];
			show(
				`a cached ${builder.join(" ")} takes ${without.toFixed(2)} s, with pidone build ${withInit.toFixed(2)} s (medians of ${RUNS})`,
			);
			show(
				`pidone build adds ${(withInit - without).toFixed(2)} s; the goal is at most ${GOAL_SECONDS} s on an idle machine`,
			);
			expect(times.wrapped).toHaveLength(RUNS);
		},
	);

	it("in the image, beside other ways to get an init", async () => {
		const command = 'CMD ["sleep", "1"]\n';
		const cwd = makeContext({ Dockerfile: `FROM ${BASE}\n${command}` });
		const build = async (name: string, text: string): Promise<number[]> => {
			const image = imageName(name);
			await execa("docker", ["buildx", "build", "--network", "host", "--tag", image, "-"], {
				env: engineEnv,
				input: text,
			});
			return layerSizes(image);
		};
		const base = (await build("size-base", `FROM ${BASE}\n${command}`)).length;
		const image = imageName("size-pidone");
		const built = await pidoneBuild(["docker", "buildx", "build", "--tag", image, "."], { cwd });
		expect(built.code, built.err).toBe(0);
		const growth = {
			"pidone's init": (await layerSizes(image)).slice(base),
			"tini from apt": (
				await build("size-apt", `FROM ${BASE}\n${INSTALL}\nENTRYPOINT ["/usr/bin/tini", "--"]\n${command}`)
			).slice(base),
			"tini-static, copied": (
				await build(
					"size-static",
					`FROM ${BASE} AS tini\n${INSTALL}\nFROM ${BASE}\nCOPY --from=tini /usr/bin/tini-static /sbin/tini\n${command}`,
				)
			).slice(base),
		};
		for (const [what, layers] of Object.entries(growth)) {
			expect(layers, what).toHaveLength(1);
			show(`${what}: the image grows by ${layers[0]?.toLocaleString("en")} bytes, uncompressed`);
		}
		expect(growth["pidone's init"][0]).toBeLessThanOrEqual(GOAL_BYTES);
	});
});
