/** Reads a boolean as Go does (strconv.ParseBool); undefined for a text that is not one. */
export function parseBool(text: string): boolean | undefined {
	if (/^(?:1|[tT]|true|True|TRUE)$/.test(text)) return true;
	return /^(?:0|[fF]|false|False|FALSE)$/.test(text) ? false : undefined;
}
