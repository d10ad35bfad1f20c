import { copyFileSync, cpSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";

/**
 * Adds this machine's Node.js and npm to the context of a build.
 * @param {string} context
 */
export async function addNode(context) {
	const node = realpathSync(process.execPath);
	const { failed } = await execa("strip", ["-o", join(context, "node"), node], { reject: false });
	// Without binutils, the image is larger, and nothing else changes.
	if (failed) copyFileSync(node, join(context, "node"));
	const { stdout } = await execa("npm", ["root", "--global"]);
	cpSync(join(stdout, "npm"), join(context, "npm"), {
		recursive: true,
		dereference: true,
		filter: (path) => !/\/npm\/(docs|man)$/.test(path),
	});
}
