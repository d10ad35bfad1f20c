import type { StatedBuild } from "../build-definitions/model/stated-build.ts";

/** A variant: one of the ways in which a Dockerfile is built. */
export interface BuildVariant {
	/** The builds of this variant, as messages name them. */
	readonly names: readonly string[];
	readonly buildArgs: Readonly<Record<string, string>>;
	readonly contexts: Readonly<Record<string, string>>;
	/** See StatedBuild. */
	readonly links: Readonly<Record<string, string>>;
	readonly context: string | undefined;
	/** The targets of all builds, its own first; "" is the last stage. */
	readonly targets: { readonly target?: string; readonly otherTargets?: readonly string[] };
	/** The platforms of all builds; undefined if one of them does not name any. */
	readonly platforms: readonly string[] | undefined;
}

/**
 * The variants of a Dockerfile's builds, each once. All variants have the targets and platforms of all builds, but
 * build arguments, named contexts and the build context are those of one build. Arguments that the Dockerfile does not
 * mention make no difference.
 * @param besides additional targets
 */
export function combineBuilds(
	builds: readonly StatedBuild[],
	source: string,
	besides: readonly string[] = [],
): readonly BuildVariant[] {
	const targets = [...new Set([...builds.map(({ target = "" }) => target), ...besides])];
	const platforms = builds.every((build) => build.platforms !== undefined)
		? [...new Set(builds.flatMap((build) => build.platforms ?? []))]
		: undefined;
	const variants = new Map<string, BuildVariant>();
	for (const build of builds) {
		const { context, contexts, links = {}, target = "" } = build;
		const buildArgs = Object.fromEntries(Object.entries(build.args).filter(([name]) => source.includes(name)));
		const key = JSON.stringify([context, sorted(buildArgs), sorted(contexts), sorted(links)]);
		const others = targets.filter((each) => each !== target);
		const known = variants.get(key);
		variants.set(key, {
			names: [...(known?.names ?? []), nameBuild(build)],
			buildArgs,
			contexts,
			links,
			context,
			targets: known?.targets ?? {
				...(target === "" ? {} : { target }),
				...(others.length === 0 ? {} : { otherTargets: others }),
			},
			platforms,
		});
	}
	return [...variants.values()];
}

/** A build as messages name it. */
export function nameBuild({ name, from }: StatedBuild): string {
	return `${name} (${from.path}:${from.line})`;
}

function sorted(texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
	return Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1));
}
