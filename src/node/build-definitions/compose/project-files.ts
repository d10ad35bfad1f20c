import { basename } from "node:path";
import { COMPOSE_FILES, COMPOSE_OVERRIDES } from "../../builder/compose-files.ts";
import { type DefinitionHost, readBeside } from "../model/host.ts";
import type { DefinitionSource } from "../model/value.ts";

/**
 * The files that Compose reads without `--file`, if the given file is one of them: the first one in the folder, and its
 * override. Any other file stands alone.
 */
export function findProjectFiles(
	source: DefinitionSource,
	host: DefinitionHost,
): readonly [DefinitionSource, ...DefinitionSource[]] {
	const own = basename(source.file);
	if (!COMPOSE_FILES.includes(own) && !COMPOSE_OVERRIDES.includes(own)) return [source];
	const [first, override] = [COMPOSE_FILES, COMPOSE_OVERRIDES].map((names) => findFirst(names, source, host));
	if (first === undefined || override === undefined) return [source];
	return [first.file, override.file].includes(source.file) ? [first, override] : [source];
}

function findFirst(
	names: readonly string[],
	source: DefinitionSource,
	host: DefinitionHost,
): DefinitionSource | undefined {
	for (const name of names) {
		const found = name === basename(source.file) ? source : readBeside(source, name, host);
		if (found !== undefined) return found;
	}
	return undefined;
}
