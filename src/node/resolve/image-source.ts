import type { ImageLayers } from "../layers/image-layers.ts";

/**
 * What an image declares on one platform, as its config blob says (opencontainers/image-spec: config.md, and Docker's
 * own keys Shell, Healthcheck and OnBuild). An absent key is one that the image does not declare.
 */
export interface DeclaredImage {
	readonly entrypoint?: readonly string[];
	readonly cmd?: readonly string[];
	readonly user?: string;
	readonly shell?: readonly string[];
	readonly stopSignal?: string;
	readonly env?: readonly string[];
	/** Instructions that run in whatever is built on the image, as written. */
	readonly onBuild?: readonly string[];
	readonly volumes?: readonly string[];
	/** The digest that the name refers to: the index's, or the manifest's if there is no index. */
	readonly digest?: string;
}

/** The answer to what an image declares. */
export type Resolution =
	| {
			readonly kind: "known";
			readonly image: DeclaredImage;
			/** The engine or registry that answered, if there are several. */
			readonly from?: string;
			/** Undefined if its config does not list the layers that it has. */
			readonly layers?: ImageLayers;
	  }
	/** The image does not exist for this platform; `available` are those it exists for. */
	| { readonly kind: "no-platform"; readonly available: readonly string[] }
	/** `reason` is part of a sentence, to follow the image's name: "the registry answers 401 Unauthorized". */
	| { readonly kind: "unknown"; readonly reason: string };

/** A source of images: a container engine, a layout on disk, a registry. */
export interface ImageSource {
	readonly name: "engine" | "layout" | "registry";
	/**
	 * Looks an image up. A failure is an answer; throws UserError only for a mistake that the user must correct.
	 * @param reference as in FROM, all variables expanded
	 * @param platform as `normalizePlatform` names it
	 */
	resolve(reference: string, platform: string): Promise<Resolution>;
}
