/** A text without its shortest (`#`, `%`) or longest (`##`, `%%`) head or tail that a pattern matches. */
export function withoutPattern(text: string, operator: string, pattern: string): string {
	const isHead = operator.startsWith("#");
	const isLongest = operator.length > 1;
	const matcher = shellPattern(pattern);
	const lengths = Array.from({ length: Math.min(text.length, 1000) + 1 }, (_, length) => length);
	for (const length of isLongest ? lengths.reverse() : lengths) {
		if (matcher.test(isHead ? text.slice(0, length) : text.slice(text.length - length)))
			return isHead ? text.slice(length) : text.slice(0, text.length - length);
	}
	return text;
}

/** A pattern of the shell as a regular expression for whole texts. */
export function shellPattern(pattern: string): RegExp {
	const source = pattern.slice(0, 500).replace(/\*+|\?|\[!?[^\]]+\]|[\\^$.+(){}|[\]]/g, (part) => {
		if (part.startsWith("*")) return ".*";
		if (part === "?") return ".";
		if (part.length > 1) return `[${part.slice(1, -1).replace(/^!/, "^").replace(/[\\[]/g, "\\$&")}]`;
		return `\\${part}`;
	});
	try {
		return new RegExp(`^(?:${source})$`, "s");
	} catch {
		return /^(?!)/;
	}
}
