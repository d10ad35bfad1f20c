// Builds if npm installs this repository as a git dependency, as pre-commit does for its hooks: npm then runs
// `prepare`, and nothing else. After `npm ci`, the commands that need a build make it, and prepack builds what is
// published.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const root = new URL("../", import.meta.url);

if (process.env.npm_command === "install" && !exists("dist/init/SHA256SUMS")) {
	// `npm install --global git+…` prepares with the same flag, which puts the compilers elsewhere.
	if (!exists("node_modules/typescript")) npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
	npm("run", "build");
}

/** @param {string} path relative to the repository */
function exists(path) {
	return existsSync(new URL(path, root));
}

/**
 * Runs npm here, whatever folder the outer npm was given; exits if it fails.
 * @param {...string} args
 */
function npm(...args) {
	const { npm_config_global, npm_config_location, ...env } = process.env;
	const { status } = spawnSync("npm", args, { cwd: root, stdio: "inherit", env });
	if (status !== 0) process.exit(status ?? 1);
}
