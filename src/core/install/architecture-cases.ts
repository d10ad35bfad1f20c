import type { Download } from "../inits/init.ts";
import { splitPlatform } from "../platform.ts";
import type { PlatformBinaries } from "./binaries-by-platform.ts";

/** What a template with a `case` over the architecture is filled with. */
export interface ArchitectureCases {
	/** The word that the `case` looks at. */
	readonly arch: string;
	/** Its branches, one a line. */
	readonly cases: string;
}

/**
 * The branches that select from downloads. A variant counts where it tells binaries apart: an architecture's usual one
 * is whatever there is.
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
