import { dirname } from "node:path";
import { joinReadings } from "./model/join-readings.ts";
import { makeBuild } from "./model/make-build.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import { itemsOf, textOf, toTable, valueIn } from "./model/table.ts";
import { type DefinitionSource, unknown, type Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";

/** Builders that read no Dockerfile. */
const OTHERS: readonly string[] = ["bazel", "buildpacks", "custom", "jib", "jibMaven", "jibGradle", "ko"];

/** The builds of the artifacts of a skaffold.yaml, and of its profiles (skaffold.dev/docs/references/yaml). */
export function readSkaffoldFile(source: DefinitionSource): DefinitionReading {
	const builds = readYaml(source).flatMap((document) => {
		const profiles = itemsOf(valueIn(document, "profiles")).map((profile) => valueIn(profile, "build"));
		return [valueIn(document, "build"), ...profiles];
	});
	return joinReadings(
		builds.flatMap((build) =>
			itemsOf(valueIn(build, "artifacts")).map((artifact) =>
				readArtifact(artifact, valueIn(build, "platforms"), source),
			),
		),
	);
}

function readArtifact(artifact: Value, platforms: Value | undefined, source: DefinitionSource): DefinitionReading {
	if (OTHERS.some((name) => valueIn(artifact, name) !== undefined)) return { builds: [], notes: [] };
	const docker = valueIn(artifact, "docker") ?? valueIn(artifact, "kaniko");
	const args = [...toTable(valueIn(docker, "buildArgs"))].map(
		([name, value]) => [name, withoutTemplate(value)] as const,
	);
	return makeBuild(
		{
			name: textOf(valueIn(artifact, "image")) ?? "an artifact",
			place: artifact.place,
			context: valueIn(artifact, "context"),
			dockerfile: valueIn(docker, "dockerfile"),
			target: valueIn(docker, "target"),
			args: new Map(args),
			contexts: new Map(),
			platforms: valueIn(artifact, "platforms") ?? platforms,
		},
		{ folder: dirname(source.file) },
	);
}

/** A text with a Go template is unknown. */
function withoutTemplate(value: Value): Value {
	const text = textOf(value);
	if (text === undefined || !text.includes("{{")) return value;
	return unknown(value.place, `${text} is a template of Skaffold`);
}
