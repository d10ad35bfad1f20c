/** What a layer has or changes at a path, which begins below the root: `usr/bin/curl`. */
export type LayerEntry = { readonly path: string } & (
	| { readonly kind: "directory" }
	/** `isEmpty` and `text` say more of files whose content counts. */
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
	/** Those that may decide what the image is able to do. */
	readonly entries: readonly LayerEntry[];
}
