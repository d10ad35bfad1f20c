import { dirname } from "node:path";
import { loadPipeline } from "./gitlab-pipeline.ts";
import type { DefinitionHost } from "./model/host.ts";
import { joinReadings } from "./model/join-readings.ts";
import { noteAt } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { itemsOf, textOf, valueIn } from "./model/table.ts";
import { DefinitionError, type DefinitionSource, type Place, type Value } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";

/** Nobody writes longer scripts by hand. */
const MAX_LINES = 20_000;

/** The top-level keys of a pipeline that are not jobs (docs.gitlab.com/ci/yaml). */
const NOT_JOBS: readonly string[] = ["default", "include", "spec", "stages", "variables", "workflow"];

/**
 * The builds that the scripts of a GitLab pipeline state, and those of local files that it includes. Throws
 * DefinitionError.
 */
export function readGitlabFile(source: DefinitionSource, host: DefinitionHost): DefinitionReading {
	const { entries, used, unread } = loadPipeline(source, host);
	const shared = variablesOf(entries.get("variables"));
	const scope = { shared, defaults: entries.get("default"), root: dirname(source.file) };
	// A hidden job does not run; the jobs that extend it or refer to it do.
	const jobs = [...entries].filter(([name]) => !NOT_JOBS.includes(name) && !(name.startsWith(".") && used.has(name)));
	const notes = unread.map((value) =>
		noteAt(value.place, `${describeInclude(value)}: only GitLab can fetch what this includes: skipped`),
	);
	return joinReadings([{ builds: [], notes }, ...jobs.map(([name, job]) => readJob(name, job, scope))]);
}

function describeInclude(value: Value): string {
	const texts = value.kind === "table" ? [...value.entries.values()].map(textOf) : [textOf(value)];
	return texts.find((text) => text !== undefined) ?? "include";
}

/** What all jobs of a pipeline share. */
interface Scope {
	readonly shared: ReadonlyMap<string, string>;
	readonly defaults: Value | undefined;
	/** The root of the repository, where scripts start. */
	readonly root: string;
}

function readJob(name: string, job: Value, { shared, defaults, root }: Scope): DefinitionReading {
	const scripts = ["before_script", "script", "after_script"].flatMap((key) =>
		itemsOf(valueIn(job, key) ?? (key === "script" ? undefined : valueIn(defaults, key))),
	);
	const items = listLines(scripts);
	const lines: string[] = [];
	const places: Place[] = [];
	for (const item of items) {
		for (const [index, line] of (textOf(item) ?? "").split("\n").entries()) {
			const offset = item.kind === "scalar" ? item.lines?.[index] : undefined;
			lines.push(line);
			places.push(offset === undefined ? item.place : { source: item.place.source, offset });
		}
	}
	return readShellBuilds({
		name,
		text: lines.join("\n"),
		placeOf: (line) => places[line - 1] ?? job.place,
		folder: root,
		variables: new Map([...shared, ...variablesOf(valueIn(job, "variables")), ["CI_PROJECT_DIR", root]]),
	});
}

/** The lines of scripts; nested lists are flattened. Throws DefinitionError if aliases make too many of them. */
function listLines(scripts: readonly Value[]): readonly Value[] {
	const left = scripts.toReversed();
	const lines: Value[] = [];
	for (let steps = 0; ; steps++) {
		const item = left.pop();
		if (item === undefined) return lines;
		if (steps > MAX_LINES) throw new DefinitionError(item.place, `the script has more than ${MAX_LINES} lines`);
		if (item.kind === "list") left.push(...item.items.toReversed());
		else lines.push(item);
	}
}

function variablesOf(variables: Value | undefined): Map<string, string> {
	const entries = variables?.kind === "table" ? [...variables.entries] : [];
	return new Map(
		entries.flatMap(([name, each]): [string, string][] => {
			const text = textOf(each) ?? textOf(valueIn(each, "value"));
			return text === undefined || text.includes("$") ? [] : [[name, text]];
		}),
	);
}
