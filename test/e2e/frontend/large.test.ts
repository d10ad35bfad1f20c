import { beforeAll, describe, expect, it } from "vitest";
import { buildConfig, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";

let frontend = "";
beforeAll(async () => {
	frontend = await buildFrontend();
});

const BYTES = 10_000_000;
const COMMENT = `# ${"x".repeat(97)}\n`;
const RUN = `RUN echo ${"x".repeat(90)}\n`;

/** That many bytes of one line. They are in a stage that nothing uses, so BuildKit leaves it out. */
function repeat(line: string, bytes: number): string {
	return `FROM busybox AS unused\n${line.repeat(Math.floor(bytes / line.length))}FROM busybox\nCMD ["x"]\n`;
}

describe.concurrent("a large Dockerfile", () => {
	it.each([
		["comments", COMMENT],
		["RUN lines", RUN],
	])("of 10 MB of %s is refused: BuildKit's messages are too small for it", async (_, line) => {
		const { exitCode, output } = await runBuild(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "-f", "-", "."], {
			input: repeat(line, BYTES),
		});
		expect(exitCode).toBe(1);
		expect(output).toMatch(
			/ERROR: failed to build: .*: pidone: the Dockerfile has 10\.0 MB: BuildKit takes up to 8\.0 MB from a frontend$/,
		);
	});

	it.each([
		["7.9 MB of comments", COMMENT, 7_900_000],
		["1 MB of RUN lines", RUN, 1_000_000],
	])("of %s has its init", async (_, line, bytes) => {
		const words = ["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "-f", "-", "."];
		expect(await buildConfig(words, { input: repeat(line, bytes) })).toMatchObject({
			Entrypoint: ["/sbin/pidone", "--"],
			Cmd: ["x"],
		});
	});
});
