import type { Distro } from "../images/catalogue-entry.ts";

/** The inits that a rewrite can add. */
export type InitName = "pidone" | "tini" | "dumb-init";

/** The default init. */
export const DEFAULT_INIT: InitName = "pidone";

/** Programs that are small inits. */
export type InitProgram = InitName | "catatonit" | "pid1";

/** One file of a release, by platform. */
export interface Download {
	/** The file's name in the release. */
	readonly asset: string;
	/** In hexadecimal. */
	readonly sha256: string;
	/** It is linked against glibc, which not every image has. */
	readonly needsGlibc?: boolean;
}

/** The packages of a release in one format. */
export interface PackageFiles {
	/** Where they put the init. */
	readonly path: string;
	readonly downloads: Readonly<Record<string, Download>>;
}

/** What upstream has released. */
interface Release {
	readonly url: string;
	/** Programs. */
	readonly downloads: Readonly<Record<string, Download>>;
	/** Packages, by format. */
	readonly packageFiles?: { readonly deb?: PackageFiles; readonly rpm?: PackageFiles };
}

/** Facts about an init: its path, its option to signal a process group, and where to get it. */
export interface Init {
	readonly name: InitName;
	/** Where a copied or downloaded binary is put. */
	readonly path: string;
	/** The option that sends signals to the whole process group; absent if that is the default. */
	readonly groupOption?: string;
	/** Platforms with a binary to copy. */
	readonly platforms: readonly string[];
	/** Where a distribution's package installs it. */
	readonly packages: Readonly<Partial<Record<Distro, string>>>;
	/** The first releases in which apt-get can install the package. */
	readonly firstReleases?: { readonly debian: number; readonly ubuntu: number };
	/** The package on the Python Package Index, and where it puts the binary under the prefix of the official images. */
	readonly pip?: { readonly package: string; readonly path: string };
	readonly release?: Release;
}
