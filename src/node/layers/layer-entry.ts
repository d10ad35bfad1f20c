/** A layer's entry or change at a path, which begins below the root: `usr/bin/curl`. */
export type LayerEntry = { readonly path: string } & (
	| { readonly kind: "directory" }
	/** `isEmpty` and `text` are only there for files whose content matters. */
	| {
			readonly kind: "file";
			readonly isExecutable: boolean;
			readonly isEmpty: boolean;
			readonly text?: string;
	  }
	| { readonly kind: "symlink" | "hard-link"; readonly target: string }
	/** Removes what lower layers have at the path. */
	| { readonly kind: "whiteout" }
	/** Removes what lower layers have in the directory. */
	| { readonly kind: "opaque" }
);

/** A layer that was read to its end. */
export interface ScannedLayer {
	/** The digest of the uncompressed layer. */
	readonly diffId: string;
	/** The entries that may matter. */
	readonly entries: readonly LayerEntry[];
}
