import { describe, expect, it } from "vitest";
import type { Distro } from "../../../src/core/images/catalogue-entry.ts";
import type { PackageFacts } from "../../../src/core/images/package-facts.ts";
import type { InitName } from "../../../src/core/inits/init.ts";
import type { InstallOption } from "../../../src/core/install/method.ts";
import { addedLines } from "./added-lines.ts";

interface Given {
	readonly distro?: Distro;
	readonly files: PackageFacts;
	readonly init?: InitName;
	readonly install?: InstallOption;
	readonly platform?: string;
	readonly run?: string;
}

/** How the install step begins for a base whose files are known, or why there is no such step. */
function step({ distro, files, init = "tini", install = "auto", platform = "linux/amd64", run = "" }: Given): string {
	const image = { cmd: ["app"], source: "test", files, ...(distro === undefined ? {} : { distro }) };
	const source = `FROM acme/base\n${run}CMD ["app"]\n`;
	const lines = addedLines(source, {
		init,
		install,
		platforms: [platform],
		images: { "acme/base": { [platform]: { kind: "known", image } } },
	});
	const added = lines.split("\n").filter((line) => !line.startsWith("["));
	return added.length > 1 ? (added[0] ?? "").slice(0, 30) : lines;
}

const DEBIAN: PackageFacts = { version: "12", hasShell: true, libc: "glibc", packageManager: "apt-get" };
const BARE: PackageFacts = { hasShell: true, libc: "glibc", packageManager: "none", hasCertificates: true };

describe("what the files of a base show decides the install step", () => {
	it.each<[string, Given, string]>([
		["the package manager that is there", { distro: "debian", files: DEBIAN }, "RUN apt-get update \\"],
		[
			"dnf's small sibling",
			{ distro: "fedora", files: { ...DEBIAN, packageManager: "microdnf" } },
			"RUN microdnf install -y tini \\",
		],
		[
			"no package manager, but curl",
			{ distro: "debian", files: { ...BARE, downloader: "curl" } },
			"RUN curl -fsSL -o /sbin/tini h",
		],
		[
			"microdnf, where EPEL is added by a package",
			{ distro: "rockylinux", files: { ...DEBIAN, version: "9", packageManager: "microdnf" }, install: "microdnf" },
			"RUN microdnf install -y epel-r",
		],
		[
			"microdnf, where EPEL is added by a URL",
			{ distro: "ubi-minimal", files: { ...DEBIAN, version: "9", packageManager: "microdnf" }, install: "microdnf" },
			"RUN rpm -Uvh --replacepkgs htt",
		],
		[
			"a downloader without certificates",
			{ distro: "debian", files: { ...BARE, downloader: "curl", hasCertificates: false } },
			"ADD --checksum=sha256:c5b0666b",
		],
		[
			"certificates that the stage installs",
			{
				distro: "other",
				files: { ...BARE, downloader: "curl", hasCertificates: false },
				run: "RUN opkg install ca-certificates\n",
			},
			"RUN curl -fsSL -o /sbin/tini h",
		],
		["pip", { files: { ...BARE, hasPip: true }, init: "dumb-init", install: "pip" }, "RUN pip install --no-cache-dir"],
		[
			"no pip",
			{ files: { ...BARE, hasPip: false }, init: "dumb-init", install: "pip" },
			"its base has no pip that may install for everyone",
		],
		["no downloader", { distro: "alpine", files: { ...BARE, downloader: "none" } }, "ADD --checksum=sha256:c5b0666b"],
		[
			"no shell, whatever the distribution is",
			{ distro: "debian", files: { ...DEBIAN, hasShell: false } },
			"ADD --checksum=sha256:c5b0666b",
		],
		[
			"a release that is too old",
			{ distro: "debian", files: { ...DEBIAN, version: "9" } },
			"ADD --checksum=sha256:c5b0666b",
		],
		[
			"glibc on a distribution that is not known",
			{ distro: "other", files: BARE, platform: "linux/s390x" },
			"ADD --checksum=sha256:931b70a1",
		],
	])("%s", (_, given, expected) => {
		expect(step(given)).toBe(expected);
	});

	it("and that there is none", () => {
		const files: PackageFacts = { hasShell: true, libc: "musl", packageManager: "none" };
		expect(step({ distro: "other", files, platform: "linux/s390x" })).toContain(
			"no package: its base has no package manager that pidone can use; no download: tini for linux/s390x needs glibc, which its base does not have",
		);
	});
});
