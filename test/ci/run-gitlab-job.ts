import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { execa } from "execa";
import { parse } from "yaml";
import type { Run } from "../cli/run-cli.ts";

interface Job {
	readonly variables: Readonly<Record<string, string>>;
	readonly before_script: readonly string[];
	readonly script: readonly string[];
	readonly artifacts?: { readonly paths: readonly string[] };
}

/** Reads a job template of ci/gitlab.yml. */
export function readJob(name: string): Job {
	const jobs = parse(readFileSync(resolve(import.meta.dirname, "../../ci/gitlab.yml"), "utf8")) as Readonly<
		Record<string, Job>
	>;
	const job = jobs[name];
	if (job === undefined) throw new Error(`ci/gitlab.yml has no ${name}`);
	return job;
}

/**
 * Runs a job as GitLab's runner does. Sets its variables, which may refer to those that GitLab sets, and then runs the
 * lines of both scripts in one bash that exits at the first failure. `edit` can change a line.
 */
export async function runJob(
	name: string,
	cwd: string,
	given: Readonly<Record<string, string>>,
	edit = (line: string): string => line,
): Promise<Run> {
	const { variables, before_script, script } = readJob(name);
	const all: Record<string, string> = { ...variables, ...given };
	const expanded = Object.entries(all).map(([key, value]) => [
		key,
		value.replace(/\$([A-Z_]+)/g, (_, other) => all[other] ?? ""),
	]);
	const { exitCode, stdout, stderr } = await execa("bash", ["--noprofile", "--norc", "-eo", "pipefail"], {
		input: [...before_script.map(edit), ...script.map(edit), ""].join("\n"),
		cwd,
		env: { PATH: process.env.PATH ?? "", ...Object.fromEntries(expanded) },
		extendEnv: false,
		reject: false,
		stripFinalNewline: false,
	});
	return { code: exitCode, out: stdout, err: stderr };
}
