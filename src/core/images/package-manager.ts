/** Their names. */
export const PACKAGE_MANAGERS = ["apk", "apt-get", "dnf", "yum", "microdnf", "tdnf", "zypper"] as const;

/** A package manager that pidone can use. */
export type PackageManager = (typeof PACKAGE_MANAGERS)[number];

/** Whether a name is a package manager that pidone can use. */
export function isPackageManager(name: string): name is PackageManager {
	return PACKAGE_MANAGERS.some((each) => each === name);
}
