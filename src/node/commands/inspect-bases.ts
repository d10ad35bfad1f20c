import { analyse } from "../../core/analysis/analyse.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseImageReference } from "../../core/dockerfile/image-reference.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import type { CatalogueEntry } from "../../core/images/catalogue-entry.ts";
import { inspectImage } from "../files/inspect-image.ts";

/**
 * Looks up the unknown bases of a file in a local container engine. Throws DockerfileSyntaxError and
 * UserError.
 */
export async function inspectBases(source: string, options: CheckOptions, engine: string): Promise<CheckOptions> {
	const bases = analyse(parseDockerfile(source), options).flatMap((stage) => stage.bases);
	const unknown = new Set(
		bases.flatMap((base) => (base.kind === "unknown" && !base.text.includes("$") ? base.text : [])),
	);
	const found: CatalogueEntry[] = [];
	for (const image of unknown) {
		const facts = await inspectImage(engine, image);
		const { name, tag, digest } = parseImageReference(image);
		const tags = tag ?? (digest === undefined ? "latest" : undefined);
		if (facts !== undefined) found.push({ ...facts, images: [name], ...(tags === undefined ? {} : { tags: [tags] }) });
	}
	return found.length === 0 ? options : { ...options, bases: [...(options.bases ?? []), ...found] };
}
