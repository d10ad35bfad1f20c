import { flatMap } from "../flat-map.ts";
import type { Instruction } from "./instruction.ts";

/** Features that a rewrite may use, and that older versions of BuildKit's Dockerfile frontend lack. */
export type FrontendFeature =
	| "ADD --checksum"
	| "--chmod"
	| "--link"
	| "heredocs"
	| "RUN --mount"
	| "RUN --network"
	| "named contexts";

/**
 * The first version 1.N that has a feature, and the first of the labs channel.
 * Sources: the tables of minimum versions in moby/buildkit, frontend/dockerfile/docs/reference.md; for heredocs and
 * named contexts, and for the labs channel, the release notes of dockerfile/1.3.0-labs, 1.4.0, 1.5.0-labs and 1.6.0
 * there.
 */
const FIRST_VERSIONS: Readonly<Record<FrontendFeature, { readonly stable: number; readonly labs: number }>> = {
	"ADD --checksum": { stable: 6, labs: 5 },
	"--chmod": { stable: 2, labs: 2 },
	"--link": { stable: 4, labs: 4 },
	heredocs: { stable: 4, labs: 3 },
	"RUN --mount": { stable: 2, labs: 2 },
	"RUN --network": { stable: 3, labs: 3 },
	"named contexts": { stable: 4, labs: 4 },
};

/** Flags by the feature that they need. */
const FLAGS: readonly (readonly [keywords: RegExp, flag: RegExp, feature: FrontendFeature])[] = [
	[/^ADD$/, /^--checksum=/, "ADD --checksum"],
	[/^(?:ADD|COPY)$/, /^--chmod=/, "--chmod"],
	[/^(?:ADD|COPY)$/, /^--link(?:=|$)/, "--link"],
	[/^RUN$/, /^--mount=/, "RUN --mount"],
	[/^RUN$/, /^--network=/, "RUN --network"],
];

/** The features that an instruction needs, as far as its own text shows. */
export function featuresOf({ keyword, flags, hasHeredoc }: Instruction): FrontendFeature[] {
	const byFlags = flatMap(FLAGS, ([keywords, flag, feature]) =>
		keywords.test(keyword) && flags.some((each) => flag.test(each)) ? [feature] : [],
	);
	return hasHeredoc ? [...byFlags, "heredocs"] : byFlags;
}

/** BuildKit's own frontend, also in a registry that mirrors it. */
const IMAGE = /^(?:[^\s@]*\/)?docker\/dockerfile(?:-upstream)?(?::([\w.-]+))?(?:@\S+)?$/;
/**
 * The version can be missing. `experimental` was the name of labs up to 1.2, and without a version it is from that
 * time.
 */
const TAG = /^(?:(\d+)(?:\.(\d+))?(?:\.\d+)?(?:-rc\d+)?)?-?(labs|experimental)?$/;
const LAST_EXPERIMENTAL = 2;

/**
 * Whether the frontend that a file names by `# syntax=` has a feature. Undefined if that is unknown: without the
 * directive it is the builder's own frontend, and frontends of others may have any features.
 */
export function hasFeature(syntax: string | undefined, feature: FrontendFeature): boolean | undefined {
	const [reference = ""] = syntax?.split(/\s/) ?? [];
	const image = IMAGE.exec(reference);
	if (image === null) return undefined;
	const [, tag] = image;
	// A digest without a tag can be any version.
	if (tag === undefined) return reference.includes("@") ? undefined : true;
	if (tag === "latest" || /^master(?:-labs)?$/.test(tag)) return true;
	const [, major, minor, channel] = TAG.exec(tag) ?? [];
	if (major === undefined && channel === undefined) return undefined;
	if (major !== undefined && major !== "1") return Number(major) > 1;
	const { stable, labs } = FIRST_VERSIONS[feature];
	const newest = channel === "experimental" ? LAST_EXPERIMENTAL : Number.POSITIVE_INFINITY;
	return (minor === undefined ? newest : Number(minor)) >= (channel === "labs" ? labs : stable);
}

/**
 * Why the frontend that a file names cannot read an insertion, and what to write instead; undefined if no reason is
 * known.
 */
export function whyUnsupported(syntax: string | undefined, features: readonly FrontendFeature[]): string | undefined {
	const missing = features.filter((feature) => hasFeature(syntax, feature) === false);
	if (missing.length === 0) return undefined;
	const first = Math.max(...missing.map((feature) => FIRST_VERSIONS[feature].stable));
	return `# syntax=${syntax} does not have ${missing.join(" and ")}: write docker/dockerfile:1, or at least 1.${first}, or select another way with --install`;
}
