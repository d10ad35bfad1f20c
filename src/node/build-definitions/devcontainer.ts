import { dirname } from "node:path";
import { readComposeFiles } from "./compose/read.ts";
import { toPlainJson } from "./jsonc.ts";
import { type DefinitionHost, readBeside } from "./model/host.ts";
import { makeBuild, noteAt } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { itemsOf, textOf, toTable, valueIn } from "./model/table.ts";
import { DefinitionError, type DefinitionSource, unknown, type Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";

/** The build of a development container (containers.dev/implementors/json_reference). Throws DefinitionError. */
export function readDevcontainerFile(source: DefinitionSource, host: DefinitionHost): DefinitionReading {
	const [document] = readYaml({ ...source, text: toPlainJson(source.text) });
	if (document === undefined) return { builds: [], notes: [] };
	const files = itemsOf(valueIn(document, "dockerComposeFile"));
	const [first, ...others] = files.flatMap((file) => findFile(file, source, host));
	if (first !== undefined) return readComposeFiles([first, ...others], host);
	const build = valueIn(document, "build");
	const dockerfile = valueIn(build, "dockerfile") ?? valueIn(document, "dockerFile");
	if (dockerfile === undefined) return { builds: [], notes: [] };
	const made = makeBuild(
		{
			name: textOf(valueIn(document, "name")) ?? "devcontainer",
			place: build?.place ?? dockerfile.place,
			context: replaceVariables(valueIn(build, "context") ?? valueIn(document, "context"), host),
			dockerfile: replaceVariables(dockerfile, host),
			target: valueIn(build, "target"),
			args: new Map(
				[...toTable(valueIn(build, "args"))].flatMap(([name, value]) => {
					const replaced = replaceVariables(value, host);
					return replaced === undefined ? [] : [[name, replaced] as const];
				}),
			),
			contexts: new Map(),
		},
		{ folder: dirname(source.file), isFromFolder: true },
	);
	return { builds: made.builds, notes: [...made.notes, ...noteOverride(document)] };
}

/** The tools override the container's command with a shell unless the file says otherwise. */
function noteOverride(document: Value): DefinitionReading["notes"] {
	const isKept = textOf(valueIn(document, "overrideCommand")) === "false";
	if (isKept || textOf(valueIn(document, "init")) === "true") return [];
	const message =
		"development containers run a shell in place of ENTRYPOINT, so that the init of the image does not run there: set init to true";
	return [noteAt(document.place, message)];
}

function findFile(value: Value, source: DefinitionSource, host: DefinitionHost): readonly DefinitionSource[] {
	const name = textOf(value);
	if (name === undefined) return [];
	const found = readBeside(source, name, host);
	if (found === undefined) throw new DefinitionError(value.place, `${name}: no such file`);
	return [found];
}

/** Replaces `${localEnv:NAME}` and `${localEnv:NAME:default}`; the other variables depend on the machine. */
function replaceVariables(value: Value | undefined, { env }: DefinitionHost): Value | undefined {
	const text = textOf(value);
	if (value?.kind !== "scalar" || text === undefined || !text.includes("${")) return value;
	let why: string | undefined;
	const replaced = text.replace(/\$\{([^{}]{0,300})\}/g, (written, inner: string) => {
		const [, name = "", byDefault] = /^(?:localEnv|env):([^:]+)(?::(.*))?$/.exec(inner) ?? [];
		const found = env[name] ?? byDefault;
		if (found === undefined) why = `${written} is not known`;
		return found ?? "";
	});
	return why === undefined ? { ...value, value: replaced } : unknown(value.place, why);
}
