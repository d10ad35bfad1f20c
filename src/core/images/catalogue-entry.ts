import type { PackageManager } from "./package-manager.ts";

/** A distribution, which decides the package manager and which packages of an init exist. */
export type Distro =
	| "alpine"
	| "debian"
	| "ubuntu"
	| "fedora"
	| "centos"
	| "rockylinux"
	| "almalinux"
	| "oraclelinux"
	| "ubi"
	| "ubi-minimal"
	| "ubi-micro"
	| "amazonlinux"
	| "opensuse"
	| "photon"
	| "azurelinux"
	| "azurelinux-distroless"
	| "wolfi"
	| "arch"
	| "busybox"
	| "distroless"
	| "scratch"
	| "windows"
	| "other";

/** What an image declares, as far as it decides what runs. */
export interface ImageDeclaration {
	/** Absent: the image declares none. */
	readonly entrypoint?: readonly string[];
	/** `varies`: it depends on the day of the build, or on the release that a tag stands for. */
	readonly cmd?: readonly string[] | "varies";
	/** Absent: root. */
	readonly user?: string;
	/**
	 * Absent: `["/bin/sh", "-c"]`. `varies`: a POSIX shell, but which one, or with which options, differs among the tags
	 * or could not be read.
	 */
	readonly shell?: readonly string[] | "varies";
	/** Absent: SIGTERM. */
	readonly stopSignal?: string;
	/** The environment, as `NAME=value`; absent: not known. */
	readonly env?: readonly string[];
	/** Instructions that run in whatever is built on the image, as they were written after ONBUILD; absent: none. */
	readonly onBuild?: readonly string[];
	/** Why nothing may stand between the kernel and the image's own PID 1. */
	readonly mustBePid1?: string;
	/** Where the facts were read. */
	readonly source: string;
}

/**
 * What is known about some tags of some images: one row of the built-in catalogue or of a user's `--base-config` file.
 */
export interface CatalogueEntry extends ImageDeclaration {
	/** Names as a Dockerfile writes them, without docker.io/ and library/; `*` matches within one path part. */
	readonly images: readonly string[];
	/**
	 * Tags for which the row holds, as globs; absent: every tag. An absent tag means `latest`. The first row that matches
	 * wins.
	 */
	readonly tags?: readonly string[];
	/** One distribution, or tag globs in order: the first match wins; absent: not known. */
	readonly distro?: Distro | Readonly<Record<string, Distro>>;
	/**
	 * The release of the distribution, such as `9` or `16.04`, in the form of `distro`; absent or empty: not known.
	 * Matters where it is too old for the package of an init and the tag does not say so.
	 */
	readonly release?: string | Readonly<Record<string, string>>;
	/** The package manager where it is not the distribution's usual one, in the form of `distro`; absent: it is. */
	readonly packageManager?: PackageManager | Readonly<Record<string, PackageManager>>;
	/** Tag globs in order: whether the image has curl and CA certificates; absent or empty: not known. */
	readonly downloader?: Readonly<Record<string, "curl" | "">>;
}
