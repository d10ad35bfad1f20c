import { dirname, relative, resolve } from "node:path";
import { splitPair } from "../builder/build-args.ts";
import { readBakeFiles } from "./bake/read.ts";
import { type ExpressionScope, listJobs, type WorkflowJob } from "./expressions.ts";
import type { DefinitionHost } from "./model/host.ts";
import { joinReadings } from "./model/join-readings.ts";
import { makeBuild } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { textOf, valueIn } from "./model/table.ts";
import type { DefinitionSource, Scalar, Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";
import { readShellBuilds } from "./shell-builds.ts";

/** The surroundings of a workflow, and the folder to which the repository is checked out. */
interface WorkflowWorld extends DefinitionHost {
	readonly root: string;
	readonly source: DefinitionSource;
}

/**
 * The builds that a GitHub workflow states: steps with docker/build-push-action and docker/bake-action, and command
 * lines of builders, for each combination of a job's matrix. Throws DefinitionError.
 */
export async function readWorkflowFile(source: DefinitionSource, host: DefinitionHost): Promise<DefinitionReading> {
	const isPlaced = /[\\/]\.(?:github|gitea|forgejo)[\\/]workflows$/.test(dirname(source.file));
	const root = isPlaced ? resolve(dirname(source.file), "../..") : dirname(source.file);
	const readings: DefinitionReading[] = [];
	for (const document of readYaml(source))
		for (const job of listJobs(document, root))
			for (const step of job.steps) readings.push(await readStep(step, job, { ...host, root, source }));
	return joinReadings(readings);
}

async function readStep(step: Value, job: WorkflowJob, host: WorkflowWorld): Promise<DefinitionReading> {
	const scope = job.scope.with(valueIn(step, "env"));
	const uses = textOf(valueIn(step, "uses")) ?? "";
	if (/^docker\/build-push-action@/.test(uses)) return readBuildPush(step, job.name, scope, host);
	if (/^docker\/bake-action@/.test(uses)) return readBake(step, scope, host);
	const run = valueIn(step, "run");
	if (run?.kind !== "scalar") return { builds: [], notes: [] };
	const folder = scope.replace(valueIn(step, "working-directory") ?? job.folder);
	const place = (line: number): Value["place"] => {
		const offset = run.lines?.[line - 1];
		return offset === undefined ? run.place : { source: host.source, offset };
	};
	return readShellBuilds({
		name: job.name,
		text: scope.inScript(textOf(run) ?? ""),
		placeOf: place,
		folder: resolve(host.root, textOf(folder) ?? "."),
		variables: scope.variables,
	});
}

/** The inputs of docker/build-push-action (its action.yml); the file is relative to the repository. */
function readBuildPush(step: Value, name: string, scope: ExpressionScope, host: WorkflowWorld): DefinitionReading {
	const input = (key: string): Value | undefined => scope.replace(valueIn(valueIn(step, "with"), key));
	const place = valueIn(step, "uses")?.place ?? step.place;
	const { build, notes } = makeBuild(
		{
			name,
			place,
			context: inRepository(input("context")),
			dockerfile: input("file"),
			target: input("target"),
			args: readPairs(scope, valueIn(valueIn(step, "with"), "build-args")),
			contexts: readPairs(scope, valueIn(valueIn(step, "with"), "build-contexts")),
			platforms: splitLines(input("platforms")),
		},
		{ folder: host.root, isFromFolder: true },
	);
	return { builds: build === undefined ? [] : [build], notes };
}

/** Without a context, or with the default one, the build context is the repository. */
function inRepository(context: Value | undefined): Value | undefined {
	const text = textOf(context);
	if (context?.kind !== "scalar" || text === undefined) return context;
	return { ...context, value: text.replace(/^\{\{\s*defaultContext\s*\}\}:?/, "") || "." };
}

/** Lines of `NAME=VALUE`, which may contain expressions. */
function readPairs(scope: ExpressionScope, value: Value | undefined): Map<string, Value> {
	const lines = value?.kind === "scalar" ? (textOf(value) ?? "").split("\n") : [];
	const pairs = lines.flatMap((line): [string, Value][] => {
		const [name, text] = splitPair(line.trim());
		if (value?.kind !== "scalar" || name === "" || !line.includes("=")) return [];
		const scalar: Scalar = { kind: "scalar", value: text, place: value.place };
		return [[name, scope.replace(scalar) ?? scalar]];
	});
	return new Map(pairs);
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
	const names = given.filter((name) => name !== "" && !name.includes("${{") && !name.startsWith("cwd://"));
	const sources = (names.length > 0 ? names : DEFAULT_BAKE_FILES).flatMap((name): DefinitionSource[] => {
		const file = resolve(folder, name);
		const text = /\.(?:hcl|json)$/.test(name) ? host.read(file) : undefined;
		const path = relative(dirname(host.source.file), file);
		return text === undefined ? [] : [{ path: `${dirname(host.source.path)}/${path}`, file, text }];
	});
	const [first, ...others] = sources;
	if (first === undefined) return { builds: [], notes: [] };
	return readBakeFiles([first, ...others], { ...host, cwd: folder });
}
