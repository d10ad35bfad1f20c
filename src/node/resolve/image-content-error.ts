/** Why an image's content cannot be read: part of a sentence that follows the image's name. */
export class ImageContentError extends Error {
	override readonly name: string = "ImageContentError";
}
