import { type ImageKind, traitsOf } from "../images/distros.ts";
import type { InstalledInit } from "./installed-init.ts";

/** What an init's file is built for, by its name in a release. */
interface InitAsset {
	/** BuildKit's name without a variant; undefined if the file name does not say. */
	readonly architecture: string | undefined;
	/** Undefined for a static program. */
	readonly libc: "glibc" | undefined;
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
	amd64: "amd64",
	x86_64: "amd64",
	i386: "386",
	arm64: "arm64",
	aarch64: "arm64",
	armhf: "arm",
	armel: "arm",
	ppc64le: "ppc64le",
	ppc64el: "ppc64le",
	s390x: "s390x",
	mips64el: "mips64le",
};

/** What the name of an installed init says about its build; undefined if it says nothing. */
export function assetOf({ asset, by }: Pick<InstalledInit, "asset" | "by">): InitAsset | undefined {
	// A copied file called tini may be any of its builds.
	return asset === undefined || (by.keyword === "COPY" && asset === "tini") ? undefined : readInitAsset(asset);
}

/**
 * Reads the name of a release's file. Sources: the release pages of github.com/krallin/tini and
 * github.com/Yelp/dumb-init.
 */
function readInitAsset(name: string): InitAsset | undefined {
	const tini = /^tini(_[\d.]+)?(-static|-muslc|-musl)?(?:-(\w+?))?(?:\.deb|\.rpm)?$/.exec(name);
	if (tini !== null) {
		const [, version, linking, suffix] = tini;
		const architecture = suffix === undefined ? (version === undefined ? "amd64" : undefined) : ARCHITECTURES[suffix];
		return { architecture, libc: linking === undefined ? "glibc" : undefined };
	}
	const suffix = /^dumb-init_[\d.]+[-_](\w+?)(?:\.deb)?$/.exec(name)?.[1];
	return suffix === undefined ? undefined : { architecture: ARCHITECTURES[suffix], libc: undefined };
}

/** Whether programs that are linked against glibc certainly cannot start in an image. */
export function lacksGlibc(image: ImageKind): boolean {
	const { libc } = traitsOf(image);
	return libc === "musl" || libc === "none";
}
