import type { StatedBuild } from "../build-definitions/model/stated-build.ts";
import { linkedBuild } from "../builder/linked-context.ts";
import type { TaskFile } from "./task-file.ts";

/** The key of a build in `TaskFile.linked`. No build has a link to a name that several builds have. */
export function linkKey(definition: string, name: string): string {
	return `${definition}\n${name}`;
}

/**
 * Builds of a definition with the keys of those whose results they have as named contexts, as bake and Compose write
 * them.
 * @param definition its path, absolute
 */
export function linkBuilds(builds: readonly StatedBuild[], definition: string): readonly StatedBuild[] {
	const count = new Map<string, number>();
	for (const { name } of builds) count.set(name, (count.get(name) ?? 0) + 1);
	return builds.map((build) => {
		const links = Object.entries(build.contexts).flatMap(([context, value]): [string, string][] => {
			const name = linkedBuild(value);
			return name !== undefined && count.get(name) === 1 ? [[context, linkKey(definition, name)]] : [];
		});
		return links.length === 0 ? build : { ...build, links: Object.fromEntries(links) };
	});
}

/** A file with all the builds that its builds depend on. */
export function withLinked(file: TaskFile, builds: ReadonlyMap<string, StatedBuild>): TaskFile {
	const linked = new Map<string, StatedBuild>();
	const add = ({ links = {} }: StatedBuild): void => {
		for (const key of Object.values(links)) {
			const build = builds.get(key);
			if (build === undefined || linked.has(key)) continue;
			linked.set(key, build);
			add(build);
		}
	};
	for (const build of file.builds ?? []) add(build);
	if (linked.size === 0) return file;
	const dockerfiles = [...linked.values()].flatMap(({ dockerfile }) => dockerfile ?? []);
	const statedIn = [...new Set([...(file.statedIn ?? []), ...dockerfiles])];
	return { ...file, statedIn, linked: Object.fromEntries(linked) };
}
