import type { Distro } from "./catalogue-entry.ts";
import type { PackageFacts } from "./package-facts.ts";

/** What an image holds that an install step can use. */
export interface ImageTraits extends PackageFacts {
	/** Packages of the other inits come from EPEL, which has to be added first. */
	readonly needsEpel?: boolean;
}

const EL = { hasShell: true, libc: "glibc", downloader: "curl", needsEpel: true } as const;

/**
 * What the images of a distribution hold, Debian's slim ones too.
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

/** What an image holds: what its files show, or else what the images of its distribution have in common. */
export function traitsOf({ distro, files }: ImageKind): ImageTraits {
	return { ...(distro === undefined ? {} : DISTROS[distro]), ...files };
}

/** What is known of what an image is made of. */
export interface ImageKind {
	readonly distro?: Distro | undefined;
	/** What its files show. */
	readonly files?: PackageFacts | undefined;
}
