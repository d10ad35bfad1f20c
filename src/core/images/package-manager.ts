import type { Distro } from "./catalogue-entry.ts";

/** Their names. */
export const PACKAGE_MANAGERS = ["apk", "apt-get", "dnf", "yum", "microdnf", "tdnf", "zypper"] as const;

/** A package manager that pidone can use. */
export type PackageManager = (typeof PACKAGE_MANAGERS)[number];

/** Whether a name is a package manager that pidone can use. */
export function isPackageManager(name: string): name is PackageManager {
	return PACKAGE_MANAGERS.some((each) => each === name);
}

/** The distribution that a package manager implies if the base is unknown. */
export function distroOfManager(manager: PackageManager): Distro | undefined {
	return manager === "apk" ? "alpine" : manager === "apt-get" ? "debian" : undefined;
}
