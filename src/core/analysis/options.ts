import { builtInCatalogue } from "../images/catalogue/built-in.ts";
import { type Catalogue, catalogueOf } from "../images/catalogue.ts";
import type { CatalogueEntry } from "../images/catalogue-entry.ts";
import { normalizePlatform } from "../platform.ts";
import type { ImageConfig } from "./image-config.ts";
import type { KnownImages } from "./known-images.ts";
import type { RegistryAliases } from "./registry-aliases.ts";

/** What a build would be told, and what is known of images: everything that decides what a Dockerfile means. */
export interface AnalysisOptions {
	/** Values for ARG, as `--build-arg` gives them. */
	readonly buildArgs?: Readonly<Record<string, string>>;
	/** The stage to build, by name or by index; the last one unless given. */
	readonly target?: string;
	/**
	 * The stages that other builds of the same file end at, written like `target`; an empty text is the last stage. They
	 * count as the target does.
	 */
	readonly otherTargets?: readonly string[];
	/** The platforms that the image is built for; linux/amd64 and linux/arm64 unless given. */
	readonly platforms?: readonly string[];
	/** The platform that the builder runs on, for `FROM --platform=$BUILDPLATFORM`; not known unless given. */
	readonly buildPlatform?: string;
	/**
	 * What named contexts stand for, as `--build-context` gives them: they take the place of images and stages of these
	 * names.
	 */
	readonly contexts?: Readonly<Record<string, string>>;
	/**
	 * What is known of named contexts that are results of other builds, by their names in `contexts`: the config, or why
	 * it is not known.
	 */
	readonly results?: Readonly<Record<string, ImageConfig | string>>;
	/**
	 * The shell of a shell-form ENTRYPOINT or CMD, whatever SHELL says: Podman and buildah do not look at it
	 * (openshift/imagebuilder: dispatchers.go).
	 */
	readonly commandShell?: readonly string[];
	/** Images that the user knows of; they win over the built-in catalogue. */
	readonly bases?: readonly CatalogueEntry[];
	/**
	 * What was found out of single images, such as by asking a registry: it wins over the built-in catalogue, also where
	 * it says that an image is not known.
	 */
	readonly images?: KnownImages;
	/** Registries, or parts of them, that hold another's images: `{ "harbor.corp/dockerhub": "docker.io" }`. */
	readonly registryAliases?: RegistryAliases;
	/** What holds for every base that is not known otherwise. */
	readonly anyBase?: CatalogueEntry;
}

const DEFAULT_PLATFORMS: readonly string[] = ["linux/amd64", "linux/arm64"];

/**
 * The platforms that the image is built for, by the names that BuildKit gives them, each once. Throws TypeError for
 * what is not a platform.
 */
export function targetPlatforms({ platforms = DEFAULT_PLATFORMS }: AnalysisOptions): readonly string[] {
	// Each of these is named as BuildKit names it.
	if (platforms === DEFAULT_PLATFORMS) return platforms;
	if (platforms.length === 0) throw new TypeError("platforms: []: must name a platform");
	const names = platforms.map((text) => {
		const platform = normalizePlatform(text);
		if (typeof platform !== "string") throw new TypeError(`platforms: ${JSON.stringify(text)} ${platform.mistake}`);
		return platform;
	});
	return [...new Set(names)];
}

/** Catalogues in the order in which they are asked. */
export function cataloguesOf({ bases }: AnalysisOptions): readonly Catalogue[] {
	const builtIn = builtInCatalogue();
	return bases === undefined ? [builtIn] : [catalogueOf(bases), builtIn];
}
