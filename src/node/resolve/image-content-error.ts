/** Why what an image declares cannot be read: part of a sentence, to follow the image's name. */
export class ImageContentError extends Error {
	override readonly name: string = "ImageContentError";
}
