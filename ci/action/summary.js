/** In bytes; GitHub refuses a summary of more than 1 MiB, and there are two tables. */
const LARGEST_TABLE = 400 * 1024;
const LONGEST_CELL = 1000;

/**
 * The job's summary in Markdown: a table of stages and one of findings. The text in a cell may come from anybody, so
 * nothing in it is interpreted.
 * @param {string} command
 * @param {{ files: readonly object[] } | undefined} report as schema/report.json describes it
 * @param {number} code the exit code
 */
export function formatSummary(command, report, code) {
	const files = report?.files ?? [];
	const stages = files.flatMap(({ path, stages }) =>
		stages.filter(({ code }) => code !== "not-selected").map((stage) => toStageRow(path, stage)),
	);
	const findings = files.flatMap(({ path, findings }) =>
		findings.map((one) => [`${path}:${one.line}`, one.level, one.code, one.message]),
	);
	const errors = files.flatMap(({ path, error }) =>
		error ? [[`${path}:${error.line ?? 1}`, "error", error.kind, error.message]] : [],
	);
	return [
		`### pidone ${command}: ${headline(code)}\n`,
		formatTable(["place", "stage", "outcome", "what"], stages),
		formatTable(["place", "level", "finding", "what"], [...errors, ...findings]),
	]
		.filter((part) => part !== "")
		.map((part) => `${part}\n`)
		.join("");
}

function toStageRow(path, { line, stage, name, code, message }) {
	return [`${path}:${line}`, name ?? stage, code, message];
}

function headline(code) {
	const meanings = [
		"nothing left to do",
		"something to do",
		"failed",
		"no Dockerfile found",
		"a Dockerfile does not parse",
	];
	return `${meanings[code] ?? "failed"} (exit code ${code})`;
}

function formatTable(names, rows) {
	if (rows.length === 0) return "";
	let table = `${toRow(names)}${toRow(names.map(() => "---"))}`;
	for (const [index, row] of rows.entries()) {
		const line = toRow(row.map(escapeCell));
		if (Buffer.byteLength(table) + Buffer.byteLength(line) > LARGEST_TABLE)
			return `${table}\n… and ${rows.length - index} more\n`;
		table += line;
	}
	return table;
}

function toRow(cells) {
	return `| ${cells.join(" | ")} |\n`;
}

/** Replaces invisible characters with blanks; HTML and Markdown become plain text. */
function escapeCell(value) {
	const text = String(value)
		.replace(/\p{C}+/gu, " ")
		.slice(0, LONGEST_CELL);
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replace(/[\\`*_[\]|~$@#!:]/g, "\\$&");
}
