/**
 * Docker Official Images where no tag that was ever listed has an ENTRYPOINT, a USER, a SHELL or a STOPSIGNAL of its
 * own. These rows stand last, for tags and digests that no other row names: what they have as CMD varies.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames } from "./distro-by-tag.ts";

const source = "github.com/docker-library/official-images: library/*, and the Dockerfiles at the commits it names";

/** The names that the official images of 32-bit and 64-bit Arm had before `arm32v7` and `arm64v8`. */
const formerArm = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`armhf/${name}`, `aarch64/${name}`]);

export const plainImages: readonly CatalogueEntry[] = [
	{ images: ["alpine", ...formerArm("alpine")], cmd: "varies", distro: "alpine", source },
	{ images: ["debian", ...formerArm("debian")], cmd: "varies", distro: "debian", source },
	{ images: ["ubuntu", ...formerArm("ubuntu")], cmd: "varies", distro: "ubuntu", source },
	{ images: ["busybox", ...formerArm("busybox")], cmd: "varies", distro: "busybox", source },
	{ images: formerArm("golang", "python"), cmd: "varies", distro: debianOrAlpine, source },
	{ images: ["perl"], cmd: "varies", distro: "debian", source },
	{ images: ["dart", "mono", "pypy"], cmd: "varies", distro: "debian", source },
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
