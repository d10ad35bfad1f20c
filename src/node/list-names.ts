/** How many names a message lists; the rest is counted. */
const MAX_NAMES = 5;

/** Names as a message lists them, such as `a, b, c, d, e and 2 more`. */
export function listNames(names: readonly string[]): string {
	const rest = names.length - MAX_NAMES;
	return `${names.slice(0, MAX_NAMES).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
