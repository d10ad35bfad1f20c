import type { Download } from "../inits/init.ts";
import { splitPlatform } from "../platform.ts";
import type { PlatformBinaries } from "./binaries-by-platform.ts";

/** The values for a template with a `case` over the architecture. */
export interface ArchitectureCases {
	/** The word that the `case` examines. */
	readonly arch: string;
	/** Its branches, one on each line. */
	readonly cases: string;
}

/**
 * The branches that select from downloads. They mention a variant only if it distinguishes binaries: without one, any
 * variant of an architecture matches.
 */
export function architectureCases(
	{ binaries, needsVariant }: PlatformBinaries,
	downloads: Readonly<Record<string, Download>>,
): ArchitectureCases {
	const lines = [...binaries].map(([platform, binary]) => {
		const { architecture, variant } = splitPlatform(platform);
		const pattern = needsVariant
			? `${architecture}/${splitPlatform(binary).variant === "" ? "*" : variant}`
			: architecture;
		return `      ${pattern}) asset=${downloads[binary]?.asset} sum=${downloads[binary]?.sha256} ;; \\`;
	});
	return { arch: needsVariant ? "$TARGETARCH/$TARGETVARIANT" : "$TARGETARCH", cases: [...new Set(lines)].join("\n") };
}
