import type { PackageManager } from "./package-manager.ts";

/** The facts that decide how to install an init in an image. An absent key is unknown. */
export interface PackageFacts {
	/** The distribution's release, such as `12` or `22.04`. */
	readonly version?: string;
	/** Whether a RUN has a POSIX shell. */
	readonly hasShell?: boolean;
	/** The C library that programs can be linked against. */
	readonly libc?: "glibc" | "musl" | "none";
	readonly packageManager?: PackageManager | "none";
	readonly downloader?: "curl" | "wget" | "none";
	/** Whether there are CA certificates, which a downloader needs. */
	readonly hasCertificates?: boolean;
	/** Whether there is pip, and it may install packages for everyone. */
	readonly hasPip?: boolean;
}

/**
 * The facts for an image on several platforms: something is there only if all of them have it.
 * @param each undefined for a platform about which nothing is known
 */
export function mergePackageFacts(each: readonly (PackageFacts | undefined)[]): PackageFacts | undefined {
	const merged = {
		...common("version", each),
		...common("hasShell", each, false),
		...common("libc", each, "none"),
		...common("packageManager", each, "none"),
		...common("downloader", each, "none"),
		...common("hasCertificates", each, false),
		...common("hasPip", each, false),
	};
	return Object.keys(merged).length === 0 ? undefined : merged;
}

/** @param lacking the value that wins if one platform has it */
function common<K extends keyof PackageFacts>(
	key: K,
	each: readonly (PackageFacts | undefined)[],
	lacking?: PackageFacts[K],
): { readonly [key in K]?: NonNullable<PackageFacts[K]> } {
	const values = new Set(each.map((facts) => facts?.[key]));
	const [first] = values;
	const value = lacking !== undefined && values.has(lacking) ? lacking : values.size === 1 ? first : undefined;
	return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: NonNullable<PackageFacts[K]> };
}
