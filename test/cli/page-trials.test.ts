import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { PageData } from "../../src/core/report/page-data.ts";
import { SAMPLE } from "../node/trial/sample-trial.ts";
import { CHANGING, makeFolder, runCli } from "./run-cli.ts";

const trialOf = (target: string): string => JSON.stringify({ version: "0.1.0", ...SAMPLE, target });

function pageIn(cwd: string): PageData {
	const [data = ""] = /H4sI[\w+/=]{100,}/.exec(readFileSync(join(cwd, "report.html"), "utf8")) ?? [];
	return JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString());
}

describe("--trial", () => {
	it.each(["check", "rewrite"])("shows trials beside the Dockerfiles that were tried: %s", async (command) => {
		const cwd = makeFolder({
			Dockerfile: CHANGING,
			"b/Dockerfile": CHANGING,
			"1.json": trialOf("./Dockerfile"),
			"2.json": trialOf("Dockerfile"),
			"3.json": trialOf("postgres:16"),
		});
		const trials = ["1.json", "2.json", "3.json"].flatMap((path) => ["--trial", path]);
		const { err } = await runCli([command, "--report", "report.html", ...trials], { cwd });
		expect(err).toContain("--trial 3.json: postgres:16 is not a Dockerfile of this report: skipped\n");
		expect(pageIn(cwd).files.map(({ path, trials: found = [] }) => [path, found.length])).toEqual([
			["Dockerfile", 2],
			["b/Dockerfile", 0],
		]);
	});

	it.each([
		[["--trial", "x.json"], "--trial x.json: requires --report"],
		[["--trial", "none.json", "--report", "r.html"], "--trial none.json: no such file"],
		[["--trial", "Dockerfile", "--report", "r.html"], "--trial Dockerfile: is not JSON: pass what pidone trial --json"],
	])("%j is a mistake of the command line", async (args, message) => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const { code, err } = await runCli(["check", ...args], { cwd });
		expect([code, existsSync(join(cwd, "r.html"))]).toEqual([2, false]);
		expect(err).toContain(message);
	});
});
