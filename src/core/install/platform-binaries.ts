import type { Download } from "../inits/init.ts";
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

/**
 * What a template needs to download the binary: its name and checksum; or, for several, the word that a `case` examines
 * and the branches that select one. They mention a variant only if it distinguishes binaries: without one, any variant
 * of an architecture matches.
 */
export function downloadValues(
	{ binaries, only, needsVariant }: PlatformBinaries,
	downloads: Readonly<Record<string, Download>>,
): Readonly<Record<string, string>> {
	const download = only === undefined ? undefined : downloads[only];
	if (download !== undefined) return { asset: download.asset, sha256: download.sha256 };
	const lines = [...binaries].map(([platform, binary]) => {
		const { architecture, variant } = splitPlatform(platform);
		const pattern = needsVariant
			? `${architecture}/${splitPlatform(binary).variant === "" ? "*" : variant}`
			: architecture;
		return `      ${pattern}) asset=${downloads[binary]?.asset} sum=${downloads[binary]?.sha256} ;; \\`;
	});
	return { arch: needsVariant ? "$TARGETARCH/$TARGETVARIANT" : "$TARGETARCH", cases: [...new Set(lines)].join("\n") };
}
