import { dirname, resolve } from "node:path";
import { findWorkTree } from "../files/git-ignore.ts";
import { joinReadings } from "./model/join-readings.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { itemsOf, textOf, toTable, valueIn } from "./model/table.ts";
import type { DefinitionSource, Place, Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";
import { readShellBuilds } from "./shell-builds.ts";
import { readFromFolders } from "./start-folder.ts";
import { unknownPart } from "./unknown-part.ts";

/** Images whose entrypoint is a builder, or runs one (github.com/GoogleCloudPlatform/cloud-builders). */
const BUILDERS: readonly (readonly [image: RegExp, program: string])[] = [
	[/(?:^|\/)cloud-builders\/docker$/, "docker"],
	[/^(?:docker\.io\/)?(?:library\/)?docker$/, "docker"],
	[/(?:^|\/)kaniko-project\/executor$/, "executor"],
];

/** Where Cloud Build puts the source. */
const WORKSPACE = /(?<=^|[\s"'=:,;&|(]|dir:\/\/)\/workspace(?![\w.-])/gm;

/**
 * The builds of the steps of a cloudbuild.yaml (cloud.google.com/build/docs/build-config-file-schema). Steps run in the
 * source: the repository for a trigger, or what gcloud was given.
 */
export function readCloudBuildFile(source: DefinitionSource): DefinitionReading {
	const own = dirname(source.file);
	const documents = readYaml(source);
	return readFromFolders([findWorkTree(own) ?? own, own], own, (root) =>
		joinReadings(
			documents.flatMap((document) => {
				const substitutions = readSubstitutions(valueIn(document, "substitutions"));
				return itemsOf(valueIn(document, "steps")).map((step) => readStep(step, root, substitutions));
			}),
		),
	);
}

type Substitutions = ReadonlyMap<string, string>;

function readSubstitutions(value: Value | undefined): Substitutions {
	const texts = [...toTable(value)].map(([name, each]) => [name, textOf(each)] as const);
	return new Map(texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function readStep(step: Value, root: string, substitutions: Substitutions): DefinitionReading {
	const expand = (value: Value | undefined): string => substitute(textOf(value) ?? "", substitutions);
	const inSource = (text: string): string => text.replace(WORKSPACE, () => root);
	const args = valueIn(step, "args");
	const script = valueIn(step, "script");
	const words = itemsOf(args).map((each) => inSource(expand(each)));
	const text = script === undefined ? commandOf(step, words) : inSource(textOf(script) ?? "");
	const directory = inSource(expand(valueIn(step, "dir")));
	const env = itemsOf(valueIn(step, "env")).map((each) => expand(each).split(/=(.*)/s));
	const place = (line: number): Place => placeIn(script ?? args ?? step, script === undefined ? undefined : line);
	return readShellBuilds({
		name: textOf(valueIn(step, "id")) ?? "step",
		text: text ?? "",
		placeOf: place,
		folder: directory.includes("\0") ? undefined : resolve(root, directory),
		variables: new Map(env.map(([name = "", value = ""]) => [name, value] as const)),
	});
}

/** The command of a step as a script; undefined if it starts no builder that pidone knows. */
function commandOf(step: Value, words: readonly string[]): string | undefined {
	const image = (textOf(valueIn(step, "name")) ?? "").replace(/@.*$|:[^/:]*$/, "");
	const entrypoint = textOf(valueIn(step, "entrypoint"));
	if (entrypoint !== undefined && /(?:^|\/)(?:ba|da)?sh$/.test(entrypoint)) {
		const flag = words.findIndex((word) => /^-\w*c$/.test(word));
		return flag === -1 ? undefined : words[flag + 1];
	}
	const program = entrypoint ?? BUILDERS.find(([pattern]) => pattern.test(image))?.[1];
	// Words may have unknown parts, which must stay as they are.
	const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
	return program === undefined ? undefined : [program, ...quoted].join(" ");
}

/** Replaces `$NAME` and `${NAME}`; `$$` is a dollar. What only a run knows is marked. */
function substitute(text: string, substitutions: Substitutions): string {
	return text.replace(/\$\$|\$\{([A-Z_]\w*)\}|\$([A-Z_]\w*)/g, (written, braced?: string, bare?: string) => {
		if (written === "$$") return "$";
		return substitutions.get(braced ?? bare ?? "") ?? unknownPart(written);
	});
}

function placeIn(value: Value, line: number | undefined): Place {
	const offset = value.kind === "scalar" && line !== undefined ? value.lines?.[line - 1] : undefined;
	return offset === undefined ? value.place : { source: value.place.source, offset };
}
