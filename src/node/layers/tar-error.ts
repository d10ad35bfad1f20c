/** Why an archive cannot be read: part of a sentence, to follow what it is. */
export class TarError extends Error {
	override readonly name = "TarError";
}
