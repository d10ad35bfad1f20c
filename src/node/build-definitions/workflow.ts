import { dirname, resolve } from "node:path";
import { FROM_CURRENT } from "../builder/bake-syntax.ts";
import { splitPair } from "../builder/build-args.ts";
import { readBakeFiles } from "./bake/read.ts";
import { Checkouts } from "./checkouts.ts";
import type { ExpressionScope } from "./expressions.ts";
import { type DefinitionHost, readBeside } from "./model/host.ts";
import { joinReadings } from "./model/join-readings.ts";
import { makeBuild } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { textOf, valueIn } from "./model/table.ts";
import type { DefinitionSource, Scalar, Value } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";
import { listJobs, type WorkflowStep, type WorkflowWorld } from "./workflow-jobs.ts";

/**
 * The builds that a GitHub workflow states: steps with docker/build-push-action and docker/bake-action, and command
 * lines of builders, for each combination of a job's matrix. Workflows and actions of the repository that it uses
 * belong to it. Throws DefinitionError.
 */
export async function readWorkflowFile(source: DefinitionSource, host: DefinitionHost): Promise<DefinitionReading> {
	const isPlaced = /[\\/]\.(?:github|gitea|forgejo)[\\/]workflows$/.test(dirname(source.file));
	const root = isPlaced ? resolve(dirname(source.file), "../..") : dirname(source.file);
	const world = { ...host, root, source };
	const readings: DefinitionReading[] = [];
	for (const job of listJobs(world)) {
		const checkouts = new Checkouts(root);
		for (const step of job.steps) {
			checkouts.note(step.step, step.scope);
			const { builds, notes } = await readStep(step, job.name, world);
			readings.push({ builds: builds.map((build) => checkouts.locate(build)), notes });
		}
	}
	return joinReadings(readings);
}

async function readStep(given: WorkflowStep, name: string, host: WorkflowWorld): Promise<DefinitionReading> {
	const { step, scope } = given;
	const uses = textOf(valueIn(step, "uses")) ?? "";
	if (/^docker\/build-push-action@/.test(uses)) return readBuildPush(step, name, scope, host);
	if (/^docker\/bake-action@/.test(uses)) return readBake(step, scope, host);
	const run = valueIn(step, "run");
	if (run?.kind !== "scalar") return { builds: [], notes: [] };
	const stated = valueIn(step, "working-directory") ?? given.folder;
	const folder = stated === undefined ? "." : textOf(scope.replace(stated));
	const { source } = run.place;
	const place = (line: number): Value["place"] => {
		const offset = run.lines?.[line - 1];
		return offset === undefined ? run.place : { source, offset };
	};
	return readShellBuilds({
		name,
		text: scope.inScript(textOf(run) ?? ""),
		placeOf: place,
		folder: folder === undefined ? undefined : resolve(host.root, folder),
		variables: scope.variables,
	});
}

/** The inputs of docker/build-push-action (its action.yml); the file is relative to the repository. */
function readBuildPush(step: Value, name: string, scope: ExpressionScope, host: WorkflowWorld): DefinitionReading {
	const input = (key: string): Value | undefined => scope.replace(valueIn(valueIn(step, "with"), key));
	const place = valueIn(step, "uses")?.place ?? step.place;
	const context = inRepository(input("context"));
	return makeBuild(
		{
			name,
			place,
			context: context.value,
			dockerfile: input("file"),
			target: input("target"),
			args: readPairs(scope, valueIn(valueIn(step, "with"), "build-args")),
			contexts: readPairs(scope, valueIn(valueIn(step, "with"), "build-contexts")),
			platforms: splitLines(input("platforms")),
		},
		{ folder: host.root, isFromFolder: !context.isFetched },
	);
}

const DEFAULT_CONTEXT = /^\{\{\s*defaultContext\s*\}\}:?/;

/**
 * Without a context, or with the default one, the build context is the repository. BuildKit fetches that, and then
 * looks for the Dockerfile in the folder that follows.
 */
function inRepository(context: Value | undefined): { readonly value: Value | undefined; readonly isFetched: boolean } {
	const text = textOf(context);
	if (context?.kind !== "scalar" || text === undefined) return { value: context, isFetched: false };
	return {
		value: { ...context, value: text.replace(DEFAULT_CONTEXT, "") || "." },
		isFetched: DEFAULT_CONTEXT.test(text),
	};
}

/** Lines of `NAME=VALUE`, which may contain expressions. */
function readPairs(scope: ExpressionScope, value: Value | undefined): Map<string, Value> {
	const lines = value?.kind === "scalar" ? (textOf(value) ?? "").split("\n") : [];
	const pairs = lines.flatMap((line): [string, Value][] => {
		const [name, text] = splitPair(unquote(line.trim()));
		if (value?.kind !== "scalar" || name === "" || !line.includes("=")) return [];
		const scalar: Scalar = { kind: "scalar", value: text, place: value.place };
		return [[name, scope.replace(scalar) ?? scalar]];
	});
	return new Map(pairs);
}

/** The action reads each line as CSV. */
function unquote(line: string): string {
	return /^".*"$/.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line;
}

function splitLines(value: Value | undefined): Value | undefined {
	const text = textOf(value);
	if (value?.kind !== "scalar" || text === undefined) return value;
	const items = text.split(/[\n,]/).map((item): Scalar => ({ kind: "scalar", value: item.trim(), place: value.place }));
	return { kind: "list", items: items.filter((item) => item.value !== ""), place: value.place };
}

const DEFAULT_BAKE_FILES: readonly string[] = ["docker-bake.json", "docker-bake.hcl"];

/** The files of docker/bake-action, without those that other steps generate. */
async function readBake(step: Value, scope: ExpressionScope, host: WorkflowWorld): Promise<DefinitionReading> {
	const input = (key: string): string | undefined => textOf(scope.replace(valueIn(valueIn(step, "with"), key)));
	const folder = resolve(host.root, input("workdir") ?? ".");
	const given = (textOf(valueIn(valueIn(step, "with"), "files")) ?? "").split(/[\n,]/).map((line) => line.trim());
	const names = given.filter((name) => name !== "" && !name.includes("${{") && !name.startsWith(FROM_CURRENT));
	const found = (names.length > 0 ? names : DEFAULT_BAKE_FILES).filter((name) => /\.(?:hcl|json)$/.test(name));
	const [first, ...others] = found.flatMap((name) => readBeside(host.source, resolve(folder, name), host) ?? []);
	if (first === undefined) return { builds: [], notes: [] };
	return readBakeFiles([first, ...others], { ...host, cwd: folder });
}
