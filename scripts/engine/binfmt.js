import { existsSync } from "node:fs";
import { execa } from "execa";
import { log } from "./log.js";

const FOLDER = "/proc/sys/fs/binfmt_misc";

/**
 * Lets the kernel run arm64 programs on another CPU. If it cannot, prints why; tests of several platforms then fail, or
 * say so themselves.
 */
export async function registerEmulators() {
	if (process.arch === "arm64" || existsSync(`${FOLDER}/qemu-aarch64`)) return;
	if (!existsSync(`${FOLDER}/register`))
		await execa("mount", ["-t", "binfmt_misc", "binfmt_misc", FOLDER], { reject: false });
	await execa("update-binfmts", ["--enable", "qemu-aarch64"], { reject: false });
	if (!existsSync(`${FOLDER}/qemu-aarch64`))
		log("this kernel runs no programs of arm64: images of that platform are built, not run");
}
