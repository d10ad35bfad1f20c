import { type FrontendFeature, firstVersions } from "./frontend-features.ts";

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
	const { stable, labs } = firstVersions[feature];
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
	const first = Math.max(...missing.map((feature) => firstVersions[feature].stable));
	return `# syntax=${syntax} does not have ${missing.join(" and ")}: write docker/dockerfile:1, or at least 1.${first}, or select another way with --install`;
}
