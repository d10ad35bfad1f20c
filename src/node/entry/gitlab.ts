import { dirname } from "node:path";
import { joinReadings } from "./model/join-readings.ts";
import type { EntryReading } from "./model/stated-build.ts";
import { itemsOf, textOf, valueIn } from "./model/table.ts";
import type { EntrySource, Place, Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";
import { readShellBuilds } from "./shell-builds.ts";

/** The builds that the scripts of a GitLab pipeline state. Throws EntryError. */
export function readGitlabEntry(source: EntrySource): EntryReading {
	return joinReadings(
		readYaml(source).flatMap((document) => {
			if (document.kind !== "table") return [];
			const shared = variablesOf(document);
			return [...document.entries].map(([name, job]) => readJob(name, job, shared, source));
		}),
	);
}

function readJob(name: string, job: Value, shared: ReadonlyMap<string, string>, source: EntrySource): EntryReading {
	const root = dirname(source.file);
	const items = ["before_script", "script", "after_script"].flatMap((key) =>
		itemsOf(valueIn(job, key)).flatMap(itemsOf),
	);
	const lines: string[] = [];
	const places: Place[] = [];
	for (const item of items) {
		for (const [index, line] of (textOf(item) ?? "").split("\n").entries()) {
			const offset = item.kind === "scalar" ? item.lines?.[index] : undefined;
			lines.push(line);
			places.push(offset === undefined ? item.place : { source, offset });
		}
	}
	return readShellBuilds({
		name,
		text: lines.join("\n"),
		placeOf: (line) => places[line - 1] ?? { source, offset: 0 },
		folder: root,
		variables: new Map([...shared, ...variablesOf(job), ["CI_PROJECT_DIR", root]]),
	});
}

function variablesOf(value: Value): Map<string, string> {
	const variables = valueIn(value, "variables");
	const entries = variables?.kind === "table" ? [...variables.entries] : [];
	return new Map(
		entries.flatMap(([name, each]): [string, string][] => {
			const text = textOf(each) ?? textOf(valueIn(each, "value"));
			return text === undefined || text.includes("$") ? [] : [[name, text]];
		}),
	);
}
