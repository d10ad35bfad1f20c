import { spawnSync } from "node:child_process";
import { withoutCommands } from "./workflow-commands.js";

const LONGEST_OUTPUT = 256 * 1024 * 1024;

/**
 * Runs the command with output for people, or with GitHub's annotations. Before that, runs it once more for the report,
 * without writing anything.
 * @param {string} cli the command line's file
 * @param {ReturnType<typeof import("./read-inputs.js").readInputs>} inputs
 * @returns the exit code, the report if the command has one, and the text for the step's log
 */
export function runPidone(cli, { words, args, paths }) {
	const [verb = "", mode] = words;
	const report = verb === "emit" ? undefined : readReport(cli, verb, args, paths);
	// The format comes after the user's options, so that it wins.
	const shown = verb === "check" ? ["--format", "github"] : [];
	const { code, out, err } = run(cli, [verb, ...(mode === undefined ? [] : [mode]), ...args, ...shown, "--", ...paths]);
	const log = verb === "check" ? out : withoutCommands(out);
	return { code, report, log: withoutCommands(err) + log };
}

/** Undefined if the command line is wrong; the run that is shown says what is wrong with it. */
function readReport(cli, verb, args, paths) {
	const { out } = run(cli, [
		verb,
		...args.filter((word) => word !== "--write" && word !== "-w"),
		"--json",
		"--",
		...paths,
	]);
	try {
		return JSON.parse(out);
	} catch {
		return undefined;
	}
}

function run(cli, args) {
	const result = spawnSync(process.execPath, [cli, ...args], {
		encoding: "utf8",
		maxBuffer: LONGEST_OUTPUT,
		stdio: ["ignore", "pipe", "pipe"],
	});
	if (result.error !== undefined) throw new Error(`pidone cannot be started: ${result.error.message}`);
	if (result.status === null) throw new Error(`pidone was killed by ${result.signal}`);
	return { code: result.status, out: result.stdout, err: result.stderr };
}
