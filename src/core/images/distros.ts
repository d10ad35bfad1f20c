import type { Distro } from "./catalogue-entry.ts";
import type { PackageFacts } from "./package-facts.ts";
import type { PackageManager } from "./package-manager.ts";

/** The tools in an image that an install step can use. */
export interface ImageTraits extends PackageFacts {
	/** The packages of tini and dumb-init are in EPEL, which must be added first. */
	readonly needsEpel?: boolean;
}

const EL = { hasShell: true, libc: "glibc", downloader: "curl", needsEpel: true } as const;

/**
 * The tools in the images of a distribution, including Debian's slim ones.
 * Sources: the distributions' own images and package indexes.
 */
export const DISTROS: Readonly<Record<Distro, ImageTraits>> = {
	alpine: { hasShell: true, libc: "musl", packageManager: "apk", downloader: "wget" },
	wolfi: { hasShell: true, libc: "glibc", packageManager: "apk", downloader: "wget" },
	debian: { hasShell: true, libc: "glibc", packageManager: "apt-get" },
	ubuntu: { hasShell: true, libc: "glibc", packageManager: "apt-get" },
	fedora: { hasShell: true, libc: "glibc", packageManager: "dnf", downloader: "curl" },
	centos: { ...EL, packageManager: "dnf" },
	rockylinux: { ...EL, packageManager: "dnf" },
	almalinux: { ...EL, packageManager: "dnf" },
	oraclelinux: { ...EL, packageManager: "dnf" },
	ubi: { ...EL, packageManager: "dnf" },
	"ubi-minimal": { ...EL, packageManager: "microdnf" },
	"ubi-micro": { hasShell: true },
	amazonlinux: { hasShell: true, libc: "glibc", packageManager: "dnf", downloader: "curl" },
	opensuse: { hasShell: true, libc: "glibc", packageManager: "zypper", downloader: "curl" },
	photon: { hasShell: true, libc: "glibc", packageManager: "tdnf", downloader: "curl" },
	azurelinux: { hasShell: true, libc: "glibc", packageManager: "tdnf", downloader: "curl" },
	"azurelinux-distroless": { hasShell: false },
	arch: { hasShell: true, libc: "glibc", downloader: "curl" },
	busybox: { hasShell: true, downloader: "wget" },
	distroless: { hasShell: false },
	scratch: { hasShell: false, libc: "none" },
	windows: { hasShell: false },
	other: { hasShell: true },
};

/** The tools in an image: from its files, or else those that all images of its distribution have. */
export function traitsOf({ distro, files }: ImageKind): ImageTraits {
	return { ...(distro === undefined ? {} : DISTROS[distro]), ...files };
}

/** What is known about the content of an image. */
export interface ImageKind {
	readonly distro?: Distro | undefined;
	/** What its files show. */
	readonly files?: PackageFacts | undefined;
}

/** The distribution that a package manager implies if the base is unknown. */
export function distroOfManager(manager: PackageManager): Distro | undefined {
	return manager === "apk" ? "alpine" : manager === "apt-get" ? "debian" : undefined;
}
