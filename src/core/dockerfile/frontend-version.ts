import { type FrontendFeature, firstVersions } from "./frontend-features.ts";

/** BuildKit's own frontend, in a registry that mirrors it, too. */
const IMAGE = /^(?:[^\s@]*\/)?docker\/dockerfile(?:-upstream)?(?::([\w.-]+))?(?:@\S+)?$/;
/**
 * The channel may stand alone; `experimental` is what labs was called up to 1.2, and the tag without a version is of
 * that time.
 */
const TAG = /^(?:(\d+)(?:\.(\d+))?(?:\.\d+)?(?:-rc\d+)?)?-?(labs|experimental)?$/;
const LAST_EXPERIMENTAL = 2;

/**
 * Whether the frontend that a file names by `# syntax=` has a feature; undefined when it is not known: without the
 * directive it is the builder's own, and another frontend can do what it likes.
 */
export function hasFeature(syntax: string | undefined, feature: FrontendFeature): boolean | undefined {
	const [reference = ""] = syntax?.split(/\s/) ?? [];
	const image = IMAGE.exec(reference);
	if (image === null) return undefined;
	const [, tag] = image;
	// A digest alone may be of any version.
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
 * Why the frontend that a file names cannot read what would be put into the file, and what to write; undefined when
 * nothing is known against it.
 */
export function whyUnsupported(syntax: string | undefined, features: readonly FrontendFeature[]): string | undefined {
	const missing = features.filter((feature) => hasFeature(syntax, feature) === false);
	if (missing.length === 0) return undefined;
	const first = Math.max(...missing.map((feature) => firstVersions[feature].stable));
	return `# syntax=${syntax} does not have ${missing.join(" and ")}: write docker/dockerfile:1, or at least 1.${first}, or select another way with --install`;
}
