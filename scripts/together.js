// Runs scripts of package.json at the same time. Each argument is a list of scripts that run one after the other. The
// output of a list is printed in one piece when the list ends, and the exit code is 1 if any script failed.
import { spawn } from "node:child_process";

const results = await Promise.all(
	process.argv.slice(2).map(async (list) => {
		let text = "";
		let isGood = true;
		for (const name of list.split(" ")) {
			if (!isGood) break;
			isGood = await run(name, (chunk) => {
				text += chunk;
			});
		}
		process.stdout.write(text);
		return isGood;
	}),
);
process.exitCode = results.every(Boolean) ? 0 : 1;

/**
 * @param {string} name of a script
 * @param {(text: string) => void} onText is called with its output
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(name, onText) {
	return new Promise((resolve, reject) => {
		const child = spawn("npm", ["run", name], { stdio: ["ignore", "pipe", "pipe"] });
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", onText);
		child.on("error", reject);
		child.on("close", (code) => resolve(code === 0));
	});
}
