/**
 * Splits as a shell would: blanks and line ends separate words, and single and double quotes group characters. Nothing
 * is expanded, and a backslash is just a backslash.
 * @param {string} input the input's name, for the message
 * @param {string} text
 * @returns {string[]}
 */
export function splitWords(input, text) {
	const word = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y;
	const words = [];
	let end = 0;
	for (let match = word.exec(text); match !== null; match = word.exec(text)) {
		words.push((match[1] ?? "").replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
		end = word.lastIndex;
	}
	if (text.slice(end).trim() !== "") throw new Error(`the input ${input} has a quote that is not closed`);
	return words;
}
