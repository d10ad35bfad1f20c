import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { findMirror, installHostPackages } from "./host-packages.js";
import { findCache } from "./layout.js";
import { time } from "./log.js";

/** What Debian's slim images leave out; of the documentation they keep whose it is. */
const LEFT_OUT = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*"];
const KEPT = "/usr/share/doc/*/copyright";

/**
 * Makes the archive of a small Debian, once a machine.
 * @param {string} suite
 * @returns {Promise<string>} the archive
 */
export async function makeRootFilesystem(suite) {
	const folder = findCache();
	const archive = join(folder, `debian-${suite}.tar`);
	if (existsSync(archive)) return archive;
	await installHostPackages(["mmdebstrap"]);
	mkdirSync(folder, { recursive: true });
	const making = join(folder, `debian-${suite}.${process.pid}.tar`);
	try {
		await time(`made a root file system of Debian ${suite}`, async () =>
			execa("mmdebstrap", [...listOptions(), suite, making, "-"], { input: await describeSource(suite) }),
		);
		renameSync(making, archive);
	} finally {
		rmSync(making, { force: true });
	}
	return archive;
}

/**
 * Where apt gets packages from, in the format of Debian's own images.
 * @param {string} suite
 */
async function describeSource(suite) {
	return `Types: deb
URIs: ${await findMirror()}
Suites: ${suite}
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;
}

function listOptions() {
	// A new system is merged from the start; what would merge an old one brings all of Perl along.
	const merged = ["--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr", "--include=usr-is-merged"];
	// As in Debian's own images: who builds on it does not wait for the disk after each file.
	const dpkg = ["force-unsafe-io", ...LEFT_OUT.map((path) => `path-exclude=${path}`), `path-include=${KEPT}`].map(
		(option) => `--dpkgopt=${option}`,
	);
	const cleaning = '--customize-hook=rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*';
	return ["--quiet", "--variant=minbase", ...merged, ...dpkg, '--aptopt=Acquire::Languages "none"', cleaning];
}
