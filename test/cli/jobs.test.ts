import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cliFile } from "./built-cli.ts";
import { BROKEN, CHANGING, makeFolder, NOTHING, type Run, runCli, spawnCli } from "./run-cli.ts";

/**
 * One of everything that a report can contain: changes, findings, errors, a folder's own settings, templates, links.
 */
function makeFiles(): Readonly<Record<string, string | Uint8Array>> {
	const texts: readonly (string | Uint8Array)[] = [
		CHANGING,
		NOTHING,
		BROKEN,
		"FROM ubuntu:24.04\nRUN <<EOF\necho one\nEOF\nCMD run $HOME\nUSER x\nENTRYPOINT sleep 5 | cat\n",
		'FROM acme/private\r\nCMD ["a", "b"]\r\n',
		"FROM {{ image }}\nCMD x\n",
		Buffer.from("FROM alpine:3.20\nLABEL a=\"\xff\"\nCMD [ 'x' ]\n", "latin1"),
		'FROM debian:12\nRUN apt-get update\nCOPY supervisord.conf /etc/\nCMD ["supervisord"]\n',
	];
	const files = Array.from({ length: 40 }, (_, index) => [`s${index}/Dockerfile`, texts[index % texts.length] ?? ""]);
	return {
		...Object.fromEntries(files),
		".gitignore": "s3/\n",
		"s8/.pidone.yaml": "init: tini\nrules: { rewritten: off }\n",
		"s16/.pidone.yaml": "init: none\n",
		"s17/Dockerfile.tmpl": "FROM x\n",
	};
}

describe("--jobs", () => {
	it.each([
		["check"],
		["check", "--json"],
		["check", "--format", "sarif"],
		["check", "--verbose", "--color"],
		["rewrite"],
		["rewrite", "--json"],
		["rewrite", "--check", "--init", "tini", "--base-entrypoint", "acme/private=[]"],
		["rewrite", "--write"],
		["rewrite", "--write", "--json", "--quiet"],
		["revert", "--json"],
	])("changes nothing that %s %s prints and does", async (...args) => {
		const runs: [Run, string[]][] = [];
		for (const jobs of ["1", "3"]) {
			const cwd = makeFolder(makeFiles());
			const runPidone = jobs === "1" ? runCli : spawnCli;
			const run = await runPidone([...args, "--jobs", jobs, "."], { cwd });
			const texts = Array.from({ length: 40 }, (_, index) => readFileSync(join(cwd, `s${index}/Dockerfile`), "latin1"));
			runs.push([run, texts]);
		}
		expect(runs[1]).toEqual(runs[0]);
		expect(runs[0]?.[0].out.length ?? 0).toBeGreaterThan(
			args.includes("--write") && !args.includes("--json") ? -1 : 100,
		);
	});

	it.each(["0", "65", "two", "-1", ""])("cannot be %j", async (jobs) => {
		const { code, err } = await runCli(["check", `--jobs=${jobs}`], { cwd: makeFolder({ Dockerfile: NOTHING }) });
		expect({ code, err }).toEqual({ code: 2, err: `pidone: --jobs ${jobs || '""'}: must be a number from 1 to 64\n` });
	});
});

it.each(["1", "2"])("ends at Ctrl-C with 130 and says what was done, with --jobs %s", async (jobs) => {
	const slow = `FROM debian:12\n${"RUN a && b | c; d\n".repeat(300)}CMD x\n`;
	const cwd = makeFolder(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`s${index}/Dockerfile`, slow])));
	const child = spawn(process.execPath, [cliFile, "rewrite", "--write", "--jobs", jobs], {
		cwd,
		env: { PATH: process.env.PATH },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = once(child, "close");
	let err = "";
	child.stderr.on("data", (chunk) => {
		err += chunk;
	});
	const isChanged = (index: number): boolean => readFileSync(join(cwd, `s${index}/Dockerfile`), "utf8") !== slow;
	while (!isChanged(0)) await new Promise((resolve) => setTimeout(resolve, 5));
	child.kill("SIGINT");
	const [code] = await ended;
	const [, done, changed] =
		/^pidone: interrupted after (\d+) of 600 files, (\d+) changed: run the command again/.exec(err) ?? [];
	const count = Array.from({ length: 600 }, (_, index) => index).filter(isChanged).length;
	expect({ code, err: err.split("\n").length, done, changed }).toEqual({
		code: 130,
		err: 2,
		done: changed,
		changed: String(count),
	});
	expect(count).toBeLessThan(600);
});
