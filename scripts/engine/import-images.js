import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { installHostPackages } from "./host-packages.js";
import { makeRootFilesystem } from "./root-filesystem.js";

const PATH = "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * @param {string} name with the suite as its tag
 * @param {import("./images.js").Env} env
 */
export async function importDebian(name, env) {
	const [, suite = ""] = /^debian:(\w+)/.exec(name) ?? [];
	const archive = await makeRootFilesystem(suite);
	await execa("docker", ["import", "--change", PATH, "--change", 'CMD ["bash"]', archive, name], { env });
}

/**
 * @param {string} name
 * @param {import("./images.js").Env} env
 */
export async function importBusybox(name, env) {
	await installHostPackages(["busybox-static"]);
	const root = mkdtempSync(join(tmpdir(), "pidone-busybox-"));
	try {
		await fillBusybox(root);
		await execa("tar", ["-C", root, "-cf", `${root}.tar`, "."]);
		await execa("docker", ["import", "--change", PATH, "--change", 'CMD ["sh"]', `${root}.tar`, name], { env });
	} finally {
		rmSync(root, { recursive: true, force: true });
		rmSync(`${root}.tar`, { force: true });
	}
}

/** @param {string} root */
async function fillBusybox(root) {
	for (const name of [
		"bin",
		"dev",
		"etc",
		"home",
		"proc",
		"root",
		"sys",
		"tmp",
		"usr/bin",
		"usr/local/bin",
		"usr/sbin",
		"var",
	])
		mkdirSync(join(root, name), { recursive: true });
	// The busybox of the package itself; PATH may have another one.
	copyFileSync("/usr/bin/busybox", join(root, "bin/busybox"));
	const { stdout } = await execa("/usr/bin/busybox", ["--list"]);
	for (const name of stdout.split("\n"))
		if (name !== "busybox" && name !== "") symlinkSync("busybox", join(root, "bin", name));
	symlinkSync("../../bin/env", join(root, "usr/bin/env"));
	writeFileSync(
		join(root, "etc/passwd"),
		"root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n",
	);
	writeFileSync(join(root, "etc/group"), "root:x:0:\nnogroup:x:65534:\n");
}
