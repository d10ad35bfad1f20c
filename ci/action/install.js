import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { withoutCommands } from "./workflow-commands.js";

const OLDEST_NODE = [20, 19];

/**
 * Installs pidone from the npm registry, or from a tarball, into a separate folder. The workspace contains whatever a
 * pull request brought. Neither its .npmrc nor its node_modules may decide what runs, so npx cannot be used.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} the command line's file
 */
export function installPidone(version, env) {
	checkNode();
	const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "pidone-"));
	const spec = version.endsWith(".tgz") ? resolve(version) : `pidone@${version}`;
	const options = [
		"--ignore-scripts",
		"--omit=dev",
		"--no-package-lock",
		"--no-audit",
		"--no-fund",
		"--loglevel=error",
	];
	const { error, status, stdout, stderr } = spawnSync("npm", ["install", "--prefix", folder, ...options, spec], {
		cwd: folder,
		encoding: "utf8",
	});
	if (error !== undefined)
		throw new Error(`npm cannot be started: ${error.message}; put actions/setup-node before this step`);
	if (status !== 0) {
		process.stdout.write(withoutCommands(`${stdout}${stderr}`));
		throw new Error(`npm could not install ${spec}`);
	}
	return join(folder, "node_modules/pidone/dist/cli.js");
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	const [oldest = 0, oldestMinor = 0] = OLDEST_NODE;
	if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
	throw new Error(
		`pidone requires Node.js ${OLDEST_NODE.join(".")} or newer, and this runner has ${process.versions.node}: put actions/setup-node before this step`,
	);
}
