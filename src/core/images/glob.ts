/**
 * A glob as a regular expression for whole strings: `*` stands for anything but `/`, `?` for one character, `[…]` for
 * one of some.
 */
export function globToRegExp(glob: string): RegExp {
	let source = "";
	for (let at = 0; at < glob.length; at++) {
		const character = glob.charAt(at);
		const close = character === "[" ? glob.indexOf("]", at + 1) : -1;
		if (character === "*") source += "[^/]*";
		else if (character === "?") source += "[^/]";
		else if (close > at) {
			source += `[${glob
				.slice(at + 1, close)
				.replace(/^!/, "^")
				.replace(/\\/g, "\\\\")}]`;
			at = close;
		} else source += character.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	}
	return new RegExp(`^${source}$`);
}
