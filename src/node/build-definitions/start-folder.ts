import { existsSync } from "node:fs";
import { relative } from "node:path";
import { withSlashes } from "../files/with-slashes.ts";
import type { DefinitionReading, StatedBuild } from "./model/stated-build.ts";

/**
 * Reads a file that does not say in which folder it is run, once for each folder that it may be. Of each build, the
 * only reading whose Dockerfile and build context exist is taken.
 * @param own the folder of the file, to which paths in notes are relative
 */
export function readFromFolders(
	folders: readonly string[],
	own: string,
	read: (folder: string) => DefinitionReading,
): DefinitionReading {
	const readings = [...new Set(folders)].map(read);
	const [first] = readings;
	if (first === undefined || first.builds.length === 0) return first ?? { builds: [], notes: [] };
	const builds: StatedBuild[] = [];
	const notes = [...first.notes];
	const byCommand = readings.map(({ builds }) => keyByCommand(builds));
	for (const [key, build] of byCommand[0] ?? []) {
		const versions = byCommand.flatMap((each) => each.get(key) ?? []);
		const found = new Map(versions.filter(isBuildable).map((each) => [JSON.stringify(each), each]));
		const [only] = found.values();
		if (only !== undefined && found.size === 1) builds.push(only);
		else
			notes.push({ ...build.from, message: `${build.name}: ${describe([...found.values()], versions, own)}: skipped` });
	}
	return { builds, notes };
}

/**
 * Builds by what they have in each reading: a command that builds twice differs in more than the place, or, in a
 * function that is called twice, in the order.
 */
function keyByCommand(builds: readonly StatedBuild[]): ReadonlyMap<string, StatedBuild> {
	const keyed = new Map<string, StatedBuild>();
	const counts = new Map<string, number>();
	for (const build of builds) {
		const { name, from, target, args } = build;
		const command = JSON.stringify([name, from, target, args]);
		const count = counts.get(command) ?? 0;
		counts.set(command, count + 1);
		keyed.set(`${command} ${count}`, build);
	}
	return keyed;
}

function isBuildable({ dockerfile, context }: StatedBuild): boolean {
	return dockerfile !== undefined && existsSync(dockerfile) && (context === undefined || existsSync(context));
}

function describe(found: readonly StatedBuild[], versions: readonly StatedBuild[], own: string): string {
	const shown = (builds: readonly StatedBuild[], word: string): string =>
		[...new Set(builds.map(({ dockerfile = "" }) => withSlashes(relative(own, dockerfile))))].join(word);
	return found.length > 1
		? `builds ${shown(found, " or ")}, which depends on the directory where it is run`
		: `its Dockerfile ${shown(versions, " or ")} does not exist`;
}
