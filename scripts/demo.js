// Shows what a rewrite would do to each of the examples: `npm run demo`. Writes nothing.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const cli = fileURLToPath(new URL("dist/cli.js", root));

for (const name of listExamples()) {
	console.log(`\n${heading(`${readTitle(name)} · examples/${name}`)}\n`);
	showRewrite(`examples/${name}/Dockerfile`);
}
console.log(
	"\nNothing was written. Next: run `npx pidone check` in your own project, then `npx pidone rewrite` for the diff and `--write` to apply it.",
);

/** @returns {string[]} the folders of examples/ that contain a Dockerfile */
function listExamples() {
	return readdirSync(new URL("examples/", root))
		.filter((name) => existsSync(new URL(`examples/${name}/Dockerfile`, root)))
		.sort();
}

/** @param {string} name the example's folder */
function readTitle(name) {
	const [title = name] = readFileSync(new URL(`examples/${name}/README.md`, root), "utf8").split("\n");
	return title.replace(/^# /, "");
}

/** @param {string} text */
function heading(text) {
	const line = `── ${text} `.padEnd(100, "─");
	return process.stdout.isTTY ? `\u001B[1m${line}\u001B[0m` : line;
}

/**
 * Runs the built CLI as a user would. If it fails, the demo ends.
 * @param {string} file relative to the repository
 */
function showRewrite(file) {
	const { status, signal, error } = spawnSync(process.execPath, [cli, "rewrite", file], {
		cwd: root,
		stdio: "inherit",
	});
	if (status === 0) return;
	console.error(`demo: pidone rewrite ${file} failed: ${error?.message ?? signal ?? `status ${status}`}`);
	process.exit(status ?? 1);
}
