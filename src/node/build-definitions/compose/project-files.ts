import { basename, dirname, join } from "node:path";
import { COMPOSE_FILES, COMPOSE_OVERRIDES } from "../../builder/compose-files.ts";
import type { DefinitionHost } from "../model/host.ts";
import type { DefinitionSource } from "../model/value.ts";

/**
 * The files that Compose reads without `--file`, if the given file is one of them: the first one in the folder, and its
 * override. Any other file stands alone.
 */
export function findProjectFiles(
	source: DefinitionSource,
	host: DefinitionHost,
): readonly [DefinitionSource, ...DefinitionSource[]] {
	const beside = (name: string): DefinitionSource | undefined => {
		const file = join(dirname(source.file), name);
		if (file === source.file) return source;
		const text = host.read(file);
		const folder = dirname(source.path);
		return text === undefined ? undefined : { path: folder === "." ? name : `${folder}/${name}`, file, text };
	};
	const own = basename(source.file);
	if (!COMPOSE_FILES.includes(own) && !COMPOSE_OVERRIDES.includes(own)) return [source];
	const first = findFirst(COMPOSE_FILES, beside);
	const override = first && findFirst(COMPOSE_OVERRIDES, beside);
	if (first === undefined || override === undefined) return [source];
	return [first.file, override.file].includes(source.file) ? [first, override] : [source];
}

function findFirst<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
	for (const name of names) {
		const found = find(name);
		if (found !== undefined) return found;
	}
	return undefined;
}
