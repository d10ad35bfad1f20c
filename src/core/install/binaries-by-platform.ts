import { compatiblePlatform, splitPlatform } from "../platform.ts";

/** The available binaries for some platforms: the platform of each one's binary. */
export interface PlatformBinaries {
	/** By the platform that is built for, in its order. */
	readonly binaries: ReadonlyMap<string, string>;
	/** The binary's platform if it is the same for all. */
	readonly only?: string;
	/** Some of them can be distinguished only by TARGETVARIANT. */
	readonly needsVariant: boolean;
}

/** Finds a binary for each platform among the available ones; returns the first platform without one otherwise. */
export function findBinaries(
	platforms: readonly string[],
	available: readonly string[],
): PlatformBinaries | { readonly missing: string } {
	const binaries = new Map<string, string>();
	for (const platform of platforms) {
		const binary = compatiblePlatform(platform, available);
		if (binary === undefined) return { missing: platform };
		binaries.set(platform, binary);
	}
	const [only, ...others] = new Set(binaries.values());
	const needsVariant = [...binaries.values()].some((binary) => splitPlatform(binary).variant !== "");
	return { binaries, needsVariant, ...(only === undefined || others.length > 0 ? {} : { only }) };
}
