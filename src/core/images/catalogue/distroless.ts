/**
 * Google's distroless images: no shell and no package manager, the debug tags bring busybox below /busybox.
 *
 * Peculiar: the suffixes -debian11, -debian12 and -debian13 change nothing but the interpreter of python3, for which
 * names without a suffix are left out. The nonroot tags run as uid 65532, the others as uid 0. The debug tags of
 * static, base and cc have busybox' shell as ENTRYPOINT.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const distro = "distroless";
const github = "github.com/GoogleContainerTools/distroless";
/** Tags by user and mode; each also exists with the architecture after it. */
const root = ["latest", "latest-*"];
const nonroot = ["nonroot", "nonroot-*"];
const debugNonroot = ["debug-nonroot", "debug-nonroot-*"];
const debug = ["debug", "debug-*"];

/** Names with and without the release of Debian. */
function names(...images: readonly string[]): readonly string[] {
	return images.flatMap((image) =>
		["", "-debian10", "-debian11", "-debian12", "-debian13"].map((suffix) => `gcr.io/distroless/${image}${suffix}`),
	);
}

/** An image that runs an interpreter: the same for all tags, except for the user. */
function interpreter(
	images: readonly string[],
	entrypoint: readonly string[],
	source: string,
): readonly CatalogueEntry[] {
	return [
		{ images, tags: [...nonroot, ...debugNonroot], entrypoint, user: "65532", distro, source },
		{ images, tags: [...root, ...debug], entrypoint, user: "0", distro, source },
	];
}

const plain = names("static", "base", "base-nossl", "cc");
const plainSource = `${github}: static/static.bzl, base/base.bzl, cc/cc.bzl`;
const java = ["/usr/bin/java", "-jar"];
const nodeVersions = ["16", "18", "20", "22", "24"];
const javaVersions = ["11", "17", "21"];

export const distrolessImages: readonly CatalogueEntry[] = [
	{ images: plain, tags: debugNonroot, entrypoint: ["/busybox/sh"], user: "65532", distro, source: plainSource },
	{ images: plain, tags: debug, entrypoint: ["/busybox/sh"], user: "0", distro, source: plainSource },
	{ images: plain, tags: nonroot, user: "65532", distro, source: plainSource },
	{ images: plain, tags: root, user: "0", distro, source: plainSource },
	...interpreter(
		names(...nodeVersions.map((version) => `nodejs${version}`)),
		["/nodejs/bin/node"],
		`${github}: nodejs/nodejs.bzl`,
	),
	...interpreter(names(...javaVersions.map((version) => `java${version}`)), java, `${github}: java/java.bzl`),
	// The names before the version was part of them; `base` tags of java have no ENTRYPOINT.
	{
		images: names("java"),
		tags: ["nonroot", "8-nonroot", "11-nonroot", "17-nonroot"],
		entrypoint: java,
		user: "65532",
		distro,
		source: `${github}: java/BUILD`,
	},
	{
		images: [...names("java"), "gcr.io/distroless/java-debian9"],
		tags: ["latest", "debug", "8", "11", "17", "8-debug", "11-debug", "17-debug"],
		entrypoint: java,
		user: "0",
		distro,
		source: `${github}: java/BUILD`,
	},
	{
		images: names("nodejs"),
		tags: ["latest", "debug", ...["10", "12", "14", "16", "18"].flatMap((version) => [version, `${version}-debug`])],
		entrypoint: ["/nodejs/bin/node"],
		user: "0",
		distro,
		source: `${github}: nodejs/BUILD`,
	},
	...interpreter(["gcr.io/distroless/python3-debian12"], ["/usr/bin/python3.11"], `${github}: python3/python.bzl`),
	...interpreter(["gcr.io/distroless/python3-debian11"], ["/usr/bin/python3.9"], `${github}: python3/python.bzl`),
];
