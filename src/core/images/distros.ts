import type { Distro } from "./catalogue-entry.ts";
import type { PackageManager } from "./package-manager.ts";

/** What a distribution's images hold that an install step can use. */
export interface DistroTraits {
	/** Whether there is a POSIX shell. */
	readonly hasShell: boolean;
	/** Whether programs are linked against glibc. */
	readonly hasGlibc?: boolean;
	readonly packageManager?: PackageManager;
	/** The downloader that every image of the distribution has, Debian's slim ones too. */
	readonly downloader?: "curl" | "wget";
	/** Packages of the other inits come from EPEL, which has to be added first. */
	readonly needsEpel?: boolean;
}

const EL = { hasShell: true, hasGlibc: true, downloader: "curl", needsEpel: true } as const;

/** Sources: the distributions' own images and package indexes; see docs in the catalogue's rows. */
export const DISTROS: Readonly<Record<Distro, DistroTraits>> = {
	alpine: { hasShell: true, packageManager: "apk", downloader: "wget" },
	wolfi: { hasShell: true, hasGlibc: true, packageManager: "apk", downloader: "wget" },
	debian: { hasShell: true, hasGlibc: true, packageManager: "apt-get" },
	ubuntu: { hasShell: true, hasGlibc: true, packageManager: "apt-get" },
	fedora: { hasShell: true, hasGlibc: true, packageManager: "dnf", downloader: "curl" },
	centos: { ...EL, packageManager: "dnf" },
	rockylinux: { ...EL, packageManager: "dnf" },
	almalinux: { ...EL, packageManager: "dnf" },
	oraclelinux: { ...EL, packageManager: "dnf" },
	ubi: { ...EL, packageManager: "dnf" },
	"ubi-minimal": { ...EL, packageManager: "microdnf" },
	"ubi-micro": { hasShell: true },
	amazonlinux: { hasShell: true, hasGlibc: true, packageManager: "dnf", downloader: "curl" },
	opensuse: { hasShell: true, hasGlibc: true, packageManager: "zypper", downloader: "curl" },
	photon: { hasShell: true, hasGlibc: true, packageManager: "tdnf", downloader: "curl" },
	azurelinux: { hasShell: true, hasGlibc: true, packageManager: "tdnf", downloader: "curl" },
	"azurelinux-distroless": { hasShell: false },
	arch: { hasShell: true, hasGlibc: true, downloader: "curl" },
	busybox: { hasShell: true, downloader: "wget" },
	distroless: { hasShell: false },
	scratch: { hasShell: false },
	windows: { hasShell: false },
	other: { hasShell: true },
};
