const codes = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;

/** Applies a style to a text. */
export type Paint = (style: Style, text: string) => string;

/**
 * A painter for terminals; without color, it leaves every text as it is. Browsers do not have `styleText` of node:util.
 */
export function makePaint(color: boolean): Paint {
	if (!color) return (_style, text) => text;
	return (style, text) => {
		const [on, off] = codes[style];
		return text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;
	};
}
