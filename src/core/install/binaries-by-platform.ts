import { compatiblePlatform, splitPlatform } from "../platform.ts";

/** What is there for some platforms: the platform of each one's binary. */
export interface PlatformBinaries {
	/** By the platform that is built for, in its order. */
	readonly binaries: ReadonlyMap<string, string>;
	/** The binary's platform where all have the same. */
	readonly only?: string;
	/** Some of them can be told apart by TARGETVARIANT alone. */
	readonly needsVariant: boolean;
}

/** Finds a binary for each platform among those that there are; the first platform that has none otherwise. */
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
