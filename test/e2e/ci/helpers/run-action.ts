import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { CODE_CACHE } from "../../../cli/built-cli.ts";
import { makeFolder } from "../../../cli/run-cli.ts";
import { runSmall } from "../../../spawn/run.ts";

/** The repository, which a runner checks out as the action. */
const root: string = resolve(import.meta.dirname, "../../../..");

interface Step {
	readonly id: string;
	readonly shell: string;
	readonly run: string;
	readonly env: Readonly<Record<string, string>>;
}

/** The parts of action.yml that a runner uses. */
export interface Action {
	readonly inputs: Readonly<Record<string, { readonly default: string }>>;
	readonly outputs: Readonly<Record<string, { readonly value: string }>>;
	readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** The results of a run of the action. */
interface ActionRun {
	readonly code: number | undefined;
	readonly log: string;
	readonly summary: string;
	readonly outputs: Readonly<Record<string, string | undefined>>;
}

/** Reads action.yml. */
export function readAction(): Action {
	return parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
}

/**
 * Runs the steps of action.yml as GitHub's runner does. Bash runs a step's script from a file, the expressions in `env`
 * are evaluated, and what the step writes to $GITHUB_OUTPUT becomes the action's outputs.
 */
export async function runAction(
	workspace: string,
	inputs: Readonly<Record<string, string>>,
	env: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
	const { inputs: declared, outputs, runs } = readAction();
	const temporary = makeFolder({ summary: "", output: "" });
	const [step] = runs.steps;
	if (step === undefined || runs.steps.length !== 1) throw new Error("action.yml has one step");
	writeFileSync(join(temporary, "step.sh"), step.run);
	const values = Object.entries(step.env).map(([name, text]) => [
		name,
		text.replace(/^\$\{\{ inputs\.([a-z-]+) \}\}$/, (_, input) => inputs[input] ?? declared[input]?.default ?? ""),
	]);
	const { code, all } = await runSmall(
		["/bin/bash", "--noprofile", "--norc", "-e", "-o", "pipefail", join(temporary, "step.sh")],
		{
			cwd: workspace,
			env: {
				PATH: process.env.PATH ?? "",
				...CODE_CACHE,
				...env,
				...Object.fromEntries(values),
				...runnerEnv(temporary, workspace),
			},
		},
	);
	const written = new Map(readLines(join(temporary, "output")).map((line) => line.split("=", 2) as [string, string]));
	const evaluate = (value: string) =>
		value.replace(/^\$\{\{ steps\.pidone\.outputs\.([a-z-]+) \}\}$/, (_, name) => written.get(name) ?? "");
	return {
		code,
		log: all,
		summary: readFileSync(join(temporary, "summary"), "utf8"),
		outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, evaluate(value)])),
	};
}

function runnerEnv(temporary: string, workspace: string): Record<string, string> {
	return {
		GITHUB_ACTIONS: "true",
		GITHUB_ACTION_PATH: root,
		GITHUB_WORKSPACE: workspace,
		GITHUB_STEP_SUMMARY: join(temporary, "summary"),
		GITHUB_OUTPUT: join(temporary, "output"),
		RUNNER_TEMP: temporary,
	};
}

function readLines(file: string): string[] {
	return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

/**
 * The lines that a runner executes as commands: those that begin with ::, with or without leading whitespace, except
 * between stop-commands and its token.
 */
export function listCommands(log: string): string[] {
	const commands: string[] = [];
	let token: string | undefined;
	for (const line of log.split(/\r?\n/).map((text) => text.trim())) {
		const [, stop] = /^::stop-commands::(.+)$/.exec(line) ?? [];
		if (token !== undefined) token = line === `::${token}::` ? undefined : token;
		else if (stop !== undefined) token = stop;
		else if (line.startsWith("::")) commands.push(line);
	}
	return commands;
}

/** The log as a person reads it, without the lines that turn commands off and on. */
export function withoutStops(log: string): string {
	return log.replace(/^::(stop-commands::)?[0-9a-f-]{36}(::)?\n/gm, "");
}

/** Creates an executable file named `npm`, and returns its folder for PATH. */
export function makeNpm(script: string): string {
	const folder = makeFolder();
	const file = join(folder, "bin/npm");
	mkdirSync(dirname(file));
	writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
	return dirname(file);
}

/** The lines that such an npm wrote to its log, or no lines if it never ran. */
export function readNpmLog(bin: string): readonly string[] {
	return existsSync(join(bin, "log")) ? readLines(join(bin, "log")) : [];
}
