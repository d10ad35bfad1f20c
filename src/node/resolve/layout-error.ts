/** Why nothing can be read from an image layout; the message follows its path in a sentence. */
export class LayoutError extends Error {
	override readonly name = "LayoutError";
}
