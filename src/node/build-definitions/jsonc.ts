/**
 * Turns JSON with comments and trailing commas into plain JSON. Replaces them with blanks, so that all offsets stay the
 * same.
 */
export function toPlainJson(text: string): string {
	const tokens =
		/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=[\s]*(?:(?:\/\/[^\n]*\n|\/\*[\s\S]{0,5000}?\*\/)\s*){0,50}[}\]])|\t/g;
	return text.replace(tokens, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, " ")));
}
