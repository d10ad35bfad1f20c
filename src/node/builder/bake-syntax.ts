/** The prefix of a path in a bake definition that is relative to the current folder. */
export const FROM_CURRENT = "cwd://";

/** Reads a text that bake has printed, where `${` and `%{` are escaped as in the files that it reads. */
export function unescapeText(text: string): string {
	return text.replace(/([$%])\1\{/g, "$1{");
}

/** Writes a literal text for bake. */
export function escapeText(text: string): string {
	return text.replace(/([$%])\{/g, "$1$1{");
}
