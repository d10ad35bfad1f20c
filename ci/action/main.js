// What the GitHub Action runs: installs pidone, runs one command of it, and reports the result to the workflow.
import { appendFileSync } from "node:fs";
import { installPidone } from "./install.js";
import { readInputs } from "./read-inputs.js";
import { runPidone } from "./run-pidone.js";
import { formatSummary } from "./summary.js";
import { toErrorCommand } from "./workflow-commands.js";

try {
	process.exitCode = main(process.env);
} catch (error) {
	process.stdout.write(toErrorCommand(error instanceof Error ? error.message : String(error)));
	process.exitCode = 2;
}

/**
 * @param {NodeJS.ProcessEnv} env the inputs as INPUT_*, and what the runner sets
 * @returns {number} the exit code: pidone's
 */
function main(env) {
	const inputs = readInputs(env);
	const { code, report, log } = runPidone(installPidone(inputs.version, env), inputs);
	process.stdout.write(log);
	append(env.GITHUB_STEP_SUMMARY, formatSummary(inputs.command, report, code));
	append(env.GITHUB_OUTPUT, formatOutputs(report, code));
	return code;
}

/** Only numbers, so that no text of a Dockerfile can add an output. */
function formatOutputs(report, code) {
	const findings = (report?.files ?? [])
		.flatMap((file) => file.findings)
		.filter(({ level }) => level !== "note").length;
	const changed = (report?.files ?? []).filter(({ isChanged }) => isChanged).length;
	return `findings=${findings}\nchanged=${changed}\nexit-code=${code}\n`;
}

/** Other steps may have written to the file already. */
function append(file, text) {
	if (file) appendFileSync(file, text);
}
