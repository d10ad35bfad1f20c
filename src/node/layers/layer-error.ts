/** Why the files of an image cannot be read: a sentence of its own, to follow a colon. */
export class LayerError extends Error {
	override readonly name = "LayerError";
}
