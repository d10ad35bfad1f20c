import type { Distro, ImageDeclaration } from "../images/catalogue-entry.ts";
import type { PackageFacts } from "../images/package-facts.ts";

/** A source's answer about one image on one platform. */
export type ImageAnswer =
	| {
			readonly kind: "known";
			/** If `distro` is absent, the catalogue's applies. */
			readonly image: ImageDeclaration & { readonly distro?: Distro; readonly files?: PackageFacts };
	  }
	/** The image does not exist for the platform; `available` are those that it exists for. */
	| { readonly kind: "no-platform"; readonly available: readonly string[] }
	/** `reason` follows the image's name in a sentence: "the registry answers 401 Unauthorized". */
	| { readonly kind: "unknown"; readonly reason: string }
	/** The catalogue knows a part of it, and the sources know no more; `reason` is as above. */
	| { readonly kind: "part"; readonly reason: string };

/** Answers by the image's name as FROM has it, all variables expanded, and by platform. */
export type KnownImages = Readonly<Record<string, Readonly<Record<string, ImageAnswer>>>>;

/** The answer for an image and a platform, if there is one. */
export function lookUpAnswer(images: KnownImages | undefined, text: string, platform: string): ImageAnswer | undefined {
	if (images === undefined || !Object.hasOwn(images, text)) return undefined;
	const answers = images[text];
	return answers !== undefined && Object.hasOwn(answers, platform) ? answers[platform] : undefined;
}
