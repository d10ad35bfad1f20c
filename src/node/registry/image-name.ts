import { findReferenceMistake, splitDomain } from "../../core/dockerfile/reference-mistake.ts";

/** An image's name in the distribution protocol. */
export interface ImageName {
	/** A host, with a port if one is written: `docker.io`, `localhost:5000`. */
	readonly domain: string;
	/** The path of the repository: `library/node`. */
	readonly repository: string;
	readonly tag?: string;
	/** Takes precedence over the tag. */
	readonly digest?: string;
}

/** Reads an image's name, with all variables expanded, as Docker does. A text says why it is not a name. */
export function parseImageName(text: string): ImageName | { readonly mistake: string } {
	const mistake = findReferenceMistake(text);
	if (mistake !== undefined) return { mistake };
	const { domain, rest } = splitDomain(text);
	const [name = "", digest] = rest.split("@");
	const [repository = "", tag] = name.split(":");
	if (digest !== undefined) return { domain, repository, digest, ...(tag === undefined ? {} : { tag }) };
	return { domain, repository, tag: tag ?? "latest" };
}
