/**
 * Prints rows below their headings. The first column is left-aligned, and the others are right-aligned.
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(headings, rows) {
	const widths = headings.map((heading, column) =>
		Math.max(heading.length, ...rows.map((row) => (row[column] ?? "").length)),
	);
	for (const row of [headings, widths.map((width) => "─".repeat(width)), ...rows]) {
		console.log(
			row
				.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
				.join("  "),
		);
	}
	console.log();
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
	return numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? Number.NaN;
}

/**
 * @param {number} number
 * @param {number} [digits] after the decimal point
 */
export function format(number, digits = 0) {
	return number.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
