import { mkdirSync } from "node:fs";
import { freemem } from "node:os";
import { execa } from "execa";
import { log } from "./log.js";

/** Three times what all tests put into images and containers. */
const NEEDED_BYTES = 8e9;

/**
 * If $PIDONE_E2E_MEMORY is set, keeps the engine's images and containers in memory, because no later run needs them. If
 * there is not enough memory, says so and uses the disk.
 * @param {import("./layout.js").Place} place
 */
export async function keepInMemory({ data }) {
	// A run that was killed may have left some mounted.
	await freeMemory({ data });
	if (!process.env.PIDONE_E2E_MEMORY) return;
	if (freemem() < NEEDED_BYTES)
		return log(`on disk: ${(freemem() / 1e9).toFixed(1)} GB of memory are free, ${NEEDED_BYTES / 1e9} would be needed`);
	mkdirSync(data, { recursive: true });
	const { failed, stderr } = await execa("mount", ["-t", "tmpfs", "-o", "mode=0711", "pidone-e2e", data], {
		reject: false,
	});
	if (failed) log(`on disk: ${stderr}`);
}

/**
 * Unmounts that memory again.
 * @param {Pick<import("./layout.js").Place, "data">} place whose engine has ended
 */
export async function freeMemory({ data }) {
	await execa("umount", ["--recursive", data], { reject: false });
}
