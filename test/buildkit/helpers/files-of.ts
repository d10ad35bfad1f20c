import { type Definition, Op } from "../../../src/buildkit/gen/ops.ts";

/** Files by path, without a leading slash. */
export type FileTree = Readonly<Record<string, string | Uint8Array>>;

/**
 * Computes the files that a definition produces.
 * @param sources the contents of sources, by the beginning of their identifiers
 * @param archive what any archive unpacks to
 */
export function filesOf(
	definition: Definition | undefined,
	sources: Readonly<Record<string, FileTree>>,
	archive: FileTree = {},
): FileTree {
	const operation = definition?.def.at(-2);
	if (operation === undefined) throw new Error("no such result");
	return filesOfOperation(Op.decode(operation), sources, archive);
}

function filesOfOperation({ op }: Op, sources: Readonly<Record<string, FileTree>>, archive: FileTree): FileTree {
	if (op?.$case === "source") {
		const { identifier } = op.value;
		const [, files = {}] = Object.entries(sources).find(([prefix]) => identifier.startsWith(prefix)) ?? [];
		return files;
	}
	const files: Record<string, string | Uint8Array> = {};
	for (const { action } of op?.$case === "file" ? op.value.actions : []) {
		if (action?.$case === "copy") Object.assign(files, archive);
		if (action?.$case === "mkfile") files[action.value.path.replace(/^\//, "")] = action.value.data;
	}
	return files;
}
