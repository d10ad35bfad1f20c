import { type ImageReference, parseImageReference } from "../dockerfile/image-reference.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";
import { findFacts, type ImageFacts, toFacts } from "./facts.ts";
import { matchesGlob } from "./glob.ts";

/** What is known about some tags of some images. */
export interface ListedImages {
	readonly images: readonly string[];
	/** Globs; absent: every tag. */
	readonly tags?: readonly string[];
	readonly facts: ImageFacts;
}

/**
 * What a catalogue knows about every image, about those whose names match a glob, about one image, or about one of its
 * tags or digests.
 */
export function listImages(catalogue: Catalogue, pattern: string | undefined): ListedImages[] {
	if (pattern === undefined) return catalogue.rows().map((row) => listed(row, row.images));
	const reference = parseImageReference(pattern);
	if (!pattern.includes("*") && (reference.tag ?? reference.digest) !== undefined)
		return listReference(reference, catalogue);
	const isWanted = pattern.includes("*") ? (name: string) => matchesGlob(pattern, name) : isFor(reference.name);
	return catalogue.rows().flatMap((row) => {
		const images = row.images.filter(isWanted);
		return images.length > 0 ? [listed(row, images)] : [];
	});
}

function listReference(reference: ImageReference, catalogue: Catalogue): ListedImages[] {
	const facts = findFacts(reference, catalogue);
	const tags = reference.tag === undefined ? {} : { tags: [reference.tag] };
	return facts === undefined ? [] : [{ images: [reference.name], ...tags, facts }];
}

/** Tests whether a name in a row, which may be a glob, matches an image. */
function isFor(image: string): (name: string) => boolean {
	return (name) => name === image || (name.includes("*") && matchesGlob(name, image));
}

function listed(row: CatalogueEntry, images: readonly string[]): ListedImages {
	const facts = toFacts(row, typeof row.distro === "string" ? row.distro : undefined);
	return { images, ...(row.tags === undefined ? {} : { tags: row.tags }), facts };
}
