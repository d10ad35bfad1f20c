/**
 * Docker Official Images where no tag that was ever listed has an ENTRYPOINT, a USER, a SHELL or a STOPSIGNAL of its
 * own. These rows stand last, for tags and digests that no other row names: what they have as CMD varies.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames } from "./distro-by-tag.ts";

const source = "github.com/docker-library/official-images: library/*, and the Dockerfiles at the commits it names";

export const plainImages: readonly CatalogueEntry[] = [
	{ images: ["alpine"], cmd: "varies", distro: "alpine", source },
	{ images: ["debian"], cmd: "varies", distro: "debian", source },
	{ images: ["ubuntu"], cmd: "varies", distro: "ubuntu", source },
	{ images: ["busybox"], cmd: "varies", distro: "busybox", source },
	{ images: ["perl", "dart", "mono", "pypy"], cmd: "varies", distro: "debian", source },
	{ images: ["golang"], cmd: "varies", distro: debianOrAlpine, source },
	{
		images: [
			"adoptopenjdk",
			"amazoncorretto",
			"buildpack-deps",
			"centos",
			"ibm-semeru-runtimes",
			"java",
			"openjdk",
			"sapmachine",
			"swift",
		],
		cmd: "varies",
		distro: releaseNames,
		source,
	},
];
