/**
 * JSON with comments and trailing commas as JSON that YAML's readers take: what is left out becomes blanks, so that
 * every offset stays.
 */
export function toPlainJson(text: string): string {
	const tokens =
		/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=[\s]*(?:(?:\/\/[^\n]*\n|\/\*[\s\S]{0,5000}?\*\/)\s*){0,50}[}\]])|\t/g;
	return text.replace(tokens, (token) => (token.startsWith('"') ? token : token.replace(/[^\n]/g, " ")));
}
