import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { findMirror, installHostPackages } from "./host-packages.js";
import { findCache } from "./layout.js";
import { time } from "./log.js";

/** The files that Debian's slim images leave out. Of the documentation, they keep the copyright files. */
const LEFT_OUT = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*"];
const KEPT = "/usr/share/doc/*/copyright";

/**
 * Makes the archive of a small Debian, once for each machine.
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
 * apt's sources, in the format of Debian's own images.
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
	// A new system is merged from the start, and the package that merges old ones would add all of Perl.
	const merged = ["--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr", "--include=usr-is-merged"];
	// As in Debian's own images: builds that are based on it do not wait for the disk after each file.
	const dpkg = ["force-unsafe-io", ...LEFT_OUT.map((path) => `path-exclude=${path}`), `path-include=${KEPT}`].map(
		(option) => `--dpkgopt=${option}`,
	);
	const cleaning = '--customize-hook=rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*';
	return ["--quiet", "--variant=minbase", ...merged, ...dpkg, '--aptopt=Acquire::Languages "none"', cleaning];
}
