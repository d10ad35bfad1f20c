import { definitionKindOf } from "../files/definition-names.ts";
import { type DiscoverOptions, discoverFiles } from "../files/discover.ts";
import type { FoundFile } from "../files/walk.ts";
import type { Io } from "../io.ts";
import type { Flags } from "../settings/flags.ts";
import { reportSkipped } from "./report-skipped.ts";
import type { TaskFile } from "./task-file.ts";

/** Endings of build definitions whose name says nothing; no Dockerfile has them. */
const DATA = /\.(?:ya?ml|hcl|json|sh|bash)$/;

/**
 * Finds the files that paths on the command line mean. A build definition, such as a Compose file, means the
 * Dockerfiles of its builds.
 */
export async function findFiles(
	paths: readonly string[],
	flags: Flags & DiscoverOptions,
	io: Io,
): Promise<readonly TaskFile[]> {
	const discovery = await discoverFiles(paths, io.cwd, flags);
	const found = flags.fromBuilds ? discovery : { ...discovery, definitions: [] };
	reportSkipped(found, flags, io);
	// Most runs have no build definitions: they do not load the readers.
	if (found.definitions.length === 0 && !found.files.some(mayBeDefinition)) return found.files;
	const { expandDefinitions } = await import("./expand-definitions.ts");
	return expandDefinitions(found, mayBeDefinition, flags, io);
}

/** Whether a file was named by the user and may be a build definition. */
function mayBeDefinition({ path, within }: FoundFile): boolean {
	return within === undefined && (definitionKindOf(path.replaceAll("\\", "/")) !== undefined || DATA.test(path));
}
