/**
 * The offset in the file of each line of an indented literal text; undefined if the file does not contain the lines
 * verbatim.
 * @param start the offset of the indicator before the first line, `|` or `<<-EOF`
 */
export function blockLines(text: string, start: number, value: string): readonly number[] | undefined {
	const lines = value.replace(/\n$/, "").split("\n");
	const offsets: number[] = [];
	let at = start;
	for (const line of lines) {
		const end = text.indexOf("\n", at);
		if (end === -1) return undefined;
		const next = text.indexOf("\n", end + 1);
		const physical = text.slice(end + 1, next === -1 ? text.length : next).replace(/\r$/, "");
		const indent = physical.length - line.length;
		if (!physical.endsWith(line) || !/^[ \t]*$/.test(physical.slice(0, Math.max(indent, 0)))) return undefined;
		offsets.push(end + 1 + Math.max(indent, 0));
		at = end + 1;
	}
	return offsets;
}
