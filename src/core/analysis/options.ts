import { builtInCatalogue } from "../images/catalogue/built-in.ts";
import { type Catalogue, catalogueOf } from "../images/catalogue.ts";
import type { CatalogueEntry } from "../images/catalogue-entry.ts";
import { normalizePlatform } from "../platform.ts";
import type { ImageConfig } from "./image-config.ts";
import type { KnownImages } from "./known-images.ts";
import type { RegistryAliases } from "./registry-aliases.ts";

/** Everything that decides what a Dockerfile means: the options of the build, and what is known about images. */
export interface AnalysisOptions {
	/** Values for ARG, as `--build-arg` gives them. */
	readonly buildArgs?: Readonly<Record<string, string>>;
	/** The stage to build, by name or by index; the last one unless given. */
	readonly target?: string;
	/**
	 * The targets of other builds of the same file, written like `target`; an empty text is the last stage. They get an
	 * init as well.
	 */
	readonly otherTargets?: readonly string[];
	/** The platforms that the image is built for; linux/amd64 and linux/arm64 unless given. */
	readonly platforms?: readonly string[];
	/** The platform that the builder runs on, for `FROM --platform=$BUILDPLATFORM`; not known unless given. */
	readonly buildPlatform?: string;
	/**
	 * Named contexts, as in `--build-context`: they replace the images and stages with these names.
	 */
	readonly contexts?: Readonly<Record<string, string>>;
	/**
	 * For the named contexts that are results of other builds, by their names in `contexts`: the config of the image, or
	 * why it is not known.
	 */
	readonly results?: Readonly<Record<string, ImageConfig | string>>;
	/**
	 * The shell of a shell-form ENTRYPOINT or CMD, instead of SHELL, which Podman and buildah ignore there
	 * (openshift/imagebuilder: dispatchers.go).
	 */
	readonly commandShell?: readonly string[];
	/** Images that the user has declared; they take precedence over the built-in catalogue. */
	readonly bases?: readonly CatalogueEntry[];
	/**
	 * Answers about single images, for example from a registry. They take precedence over the built-in catalogue, even an
	 * answer that an image is unknown.
	 */
	readonly images?: KnownImages;
	/** Registries, or parts of them, that hold another's images: `{ "harbor.corp/dockerhub": "docker.io" }`. */
	readonly registryAliases?: RegistryAliases;
	/** What every otherwise unknown base declares. */
	readonly anyBase?: CatalogueEntry;
}

const DEFAULT_PLATFORMS: readonly string[] = ["linux/amd64", "linux/arm64"];

/**
 * The platforms that the image is built for, by BuildKit's names, each once. Throws TypeError for a text that is not a
 * platform.
 */
export function targetPlatforms({ platforms = DEFAULT_PLATFORMS }: AnalysisOptions): readonly string[] {
	// These are BuildKit's names already.
	if (platforms === DEFAULT_PLATFORMS) return platforms;
	if (platforms.length === 0) throw new TypeError("platforms: []: must name a platform");
	const names = platforms.map((text) => {
		const platform = normalizePlatform(text);
		if (typeof platform !== "string") throw new TypeError(`platforms: ${JSON.stringify(text)} ${platform.mistake}`);
		return platform;
	});
	return [...new Set(names)];
}

/** Catalogues in order of precedence. */
export function cataloguesOf({ bases }: AnalysisOptions): readonly Catalogue[] {
	const builtIn = builtInCatalogue();
	return bases === undefined ? [builtIn] : [catalogueOf(bases), builtIn];
}
