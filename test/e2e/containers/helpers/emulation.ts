import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll } from "vitest";

const folder = "/proc/sys/fs/binfmt_misc";
const entry = "pidone-e2e-aarch64";
const interpreters: readonly string[] = ["/usr/bin/qemu-aarch64-static", "/usr/libexec/qemu-binfmt/aarch64-binfmt-P"];
/** How a little-endian ELF file of 64 bits for AArch64 begins: any ABI, an executable or a shared object. */
const magic = "\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00";
const mask = "\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff";

/**
 * Lets this machine run programs for arm64 until the tests of the file have ended. Resolves to why that cannot be done,
 * or to nothing.
 */
export const emulateArm64 = (): string | undefined => {
	if (process.arch === "arm64" || isRegistered()) return undefined;
	const interpreter = interpreters.find(existsSync);
	if (interpreter === undefined) return "qemu-aarch64-static is not installed";
	try {
		register(interpreter);
		return undefined;
	} catch (error) {
		return `binfmt_misc takes no entry: ${error instanceof Error ? error.message : error}`;
	}
};

const isRegistered = (): boolean =>
	existsSync(`${folder}/register`) &&
	readdirSync(folder)
		.filter((name) => name !== "register" && name !== "status")
		.some((name) => /aarch64/.test(readFileSync(`${folder}/${name}`, "utf8")));

// F: the kernel opens the interpreter now, so that it need not be in the container.
const register = (interpreter: string): void => {
	const isMounted = existsSync(`${folder}/register`);
	if (!isMounted) execFileSync("mount", ["-t", "binfmt_misc", "binfmt_misc", folder], { stdio: "pipe" });
	afterAll(() => {
		if (existsSync(`${folder}/${entry}`)) writeFileSync(`${folder}/${entry}`, "-1");
		if (!isMounted) execFileSync("umount", [folder]);
	});
	writeFileSync(`${folder}/register`, `:${entry}:M::${magic}:${mask}:${interpreter}:F`);
};
