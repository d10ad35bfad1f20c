import { beforeAll, describe, expect, it } from "vitest";
import { runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";

let frontend = "";
beforeAll(async () => {
	frontend = await buildFrontend();
});

/** There is nothing left to warn about in the shell form, because it is rewritten. */
const MENDED = "FROM busybox\nENTRYPOINT sleep 1000\n";
const NPM = "package-manager-pid1";
const UNMENDED = `FROM busybox AS base\nFROM base AS app\n\nENTRYPOINT ["npm", \\\n  "start"]\nCMD ['x']\n`;

/** Builds a Dockerfile with the frontend that its first line names. Its other lines move down by one. */
async function build(dockerfile: string, ...flags: readonly string[]) {
	return runBuild([...flags, "."], { files: { Dockerfile: `# syntax=${frontend}\n${dockerfile}` } });
}

describe.concurrent("findings", () => {
	it("are warnings of the build, beside BuildKit's own", async () => {
		const { exitCode, output } = await build(UNMENDED);
		expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining("3 warnings found") });
		expect(output).toMatch(/ - pidone\/package-manager-pid1: npm keeps running as the parent .* \(line 5\)$/m);
		expect(output).toMatch(/ - pidone\/exec-form-invalid: JSON strings take double quotes.* \(line 7\)$/m);
		expect(output).toMatch(/ - JSONArgsRecommended: .* \(line 7\)$/m);
	});

	it("are not there where the rewrite has fixed what they report", async () => {
		const { exitCode, output } = await build(MENDED);
		expect(exitCode).toBe(0);
		expect(output).not.toMatch(/warnings? found|WARN/);
	});

	it("are not there for a stage that is not built", async () => {
		const { output } = await build(
			`FROM 127.0.0.1:1/none AS other\nCMD x\n${UNMENDED}FROM app AS last\nFROM app\nCMD x`,
			"--target",
			"base",
		);
		expect(output.match(/pidone\/[\w-]+/g)).toEqual(["pidone/inherited-command"]);
	});

	it("are not there where the rewrite is off", async () => {
		const { output } = await build(UNMENDED, "--build-arg", "PIDONE_OFF=1");
		expect(output).toContain("JSONArgsRecommended");
		expect(output).not.toContain("pidone/");
	});

	it("are joined by why the image has no init, where nobody has asked for one, but not in --check", async () => {
		const inherits = "FROM busybox\nCOPY Dockerfile /\n";
		const [built, checked] = await Promise.all([
			build(inherits, "--build-arg", "PIDONE_GRACE=5"),
			build(inherits, "--check"),
		]);
		expect(built).toMatchObject({ exitCode: 0, output: expect.stringContaining("2 warnings found") });
		expect(built.output).toMatch(
			/ - pidone\/inherited-command: runs its base's own command, sh: pass the build argument PIDONE_INHERITED=1 .* \(line 2\)$/m,
		);
		expect(built.output).toMatch(/ - pidone\/build-argument: build argument PIDONE_GRACE: unknown setting, /m);
		expect(checked).toMatchObject({
			exitCode: 0,
			output: expect.stringContaining("Check complete, no warnings found."),
		});
	});

	it("are in the report of --check, with their lines, and make it fail", async () => {
		const { exitCode, output } = await build(UNMENDED, "--check");
		expect({ exitCode, output }).toMatchObject({
			exitCode: 1,
			output: expect.stringContaining("Check complete, 3 warnings have been found!"),
		});
		expect(output).toMatch(
			new RegExp(
				`^WARNING: pidone/${NPM}\nnpm keeps running .*\n.*Dockerfile:5\n-+\n(?:.*\n)*?   5 \\| >>> ENTRYPOINT.*\n   6 \\| >>> +"start"\\]$`,
				"m",
			),
		);
		expect(output).toMatch(/^WARNING: JSONArgsRecommended(?:.*\n)*? +7 \| >>> CMD/m);
	});

	it("leave --check's status to BuildKit where there are none", async () => {
		const [none, one] = await Promise.all([
			build('FROM busybox\nENTRYPOINT ["x"]\n', "--check"),
			build('from busybox\nENTRYPOINT ["x"]\nRun x\n', "--check"),
		]);
		expect(none).toMatchObject({ exitCode: 0, output: expect.stringContaining("Check complete, no warnings found.") });
		expect(one).toMatchObject({ exitCode: 1, output: expect.stringContaining("ConsistentInstructionCasing") });
	});
});

describe.concurrent("what is asked of a Dockerfile is answered as without the frontend", () => {
	const DESCRIBED = `# the default
ARG BASE=busybox

# compiles
FROM $BASE AS build
# how much
ARG LEVEL=3
RUN --mount=type=secret,id=token,required --mount=type=ssh,id=key true

# what is shipped
FROM build AS app
ARG LEVEL
CMD x
`;

	it.each([
		["--call=outline"],
		["--call=targets"],
		["--call=outline --target build --build-arg LEVEL=4"],
		["--call=check --target build"],
	])("%s", async (flags) => {
		const [call = "", ...others] = flags.split(" ");
		const words = [`${call},format=json`, ...others, "-f", "-", "."];
		const [stock, ours] = await Promise.all([
			runBuild(words, { input: DESCRIBED }),
			runBuild(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, ...words], { input: DESCRIBED }),
		]);
		expect([stock.exitCode, ours.exitCode], stock.output).toEqual([0, 0]);
		expect(answerIn(ours.output)).toEqual(answerIn(stock.output));
	});
});

/** The JSON that a build has printed, without the part that says where BuildKit got the Dockerfile from. */
function answerIn(output: string): unknown {
	const [json = `"no JSON in ${output}"`] = /^\{$(?:.*\n)*^\}/m.exec(output) ?? [];
	return JSON.parse(json, (key, value) => (key === "definition" ? undefined : value));
}
