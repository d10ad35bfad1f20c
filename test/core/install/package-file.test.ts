import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { addedLines } from "./added-lines.ts";

const DUMB_INIT = "https://github.com/Yelp/dumb-init/releases/download/v1.2.5";
const TINI = "https://github.com/krallin/tini/releases/download/v0.19.0";
const SUMS = {
	dumbInitAmd64: "9e842e2480e1dee9f0cd482701ba89ee85b3d9c2ca249d38b6c0f49733b12f16",
	dumbInitArm64: "70477df782f06efee03fa2ba7046360a6140e2e32803d1eb1b05da6fcdedc3c2",
	tiniDeb: "c52945a4fc24d3680253beb2b29bbb8fe62712817f4109e8fcd347fe611fd41c",
	tiniRpm: "2dd4135c6a8136da949c3315bdb10ba2b60a3ffcae51cb6a2d3de128fe0159a1",
};

const CURL = "RUN apt-get update && apt-get install -y curl";
const tini: RewriteOptions = { init: "tini", install: "deb", platforms: ["linux/amd64"] };
const dumbInit: RewriteOptions = { init: "dumb-init", install: "deb", platforms: ["linux/amd64"] };
const tiniRpm: RewriteOptions = { init: "tini", install: "rpm", platforms: ["linux/amd64"] };

function lines(...text: readonly string[]): string {
	return text.join("\n");
}

function single(fetch: string, asset: string, sum: string, install: string, file: string): string {
	return lines(
		`RUN ${fetch} ${file} ${asset} \\`,
		` && echo "${sum}  ${file}" | sha256sum -c - \\`,
		` && ${install} ${file} \\`,
		` && rm ${file}`,
	);
}

const byCurl = single("curl -fsSL -o", `${TINI}/tini_0.19.0-amd64.deb`, SUMS.tiniDeb, "dpkg -i", "/tmp/tini.deb");
const rpmByCurl = single(
	"curl -fsSL -o",
	`${TINI}/tini_0.19.0.rpm`,
	SUMS.tiniRpm,
	"rpm -i --nosignature --nodigest",
	"/tmp/tini.rpm",
);

describe("the package of a release", () => {
	it.each<readonly [title: string, head: string, options: RewriteOptions, expected: string, path: string]>([
		["is downloaded with the curl that the stage has", `FROM debian\n${CURL}`, tini, byCurl, "/usr/bin/tini"],
		[
			"is that of the architecture for its variants",
			`FROM debian\n${CURL}`,
			{ ...tini, platforms: ["linux/amd64/v3", "x86_64"] },
			byCurl,
			"/usr/bin/tini",
		],
		[
			"is downloaded with the wget that the stage has",
			"FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y wget",
			dumbInit,
			single(
				"wget -q -O",
				`${DUMB_INIT}/dumb-init_1.2.5_amd64.deb`,
				SUMS.dumbInitAmd64,
				"dpkg -i",
				"/tmp/dumb-init.deb",
			),
			"/usr/bin/dumb-init",
		],
		[
			"is downloaded by ADD where there is neither",
			"FROM debian",
			dumbInit,
			lines(
				`ADD --checksum=sha256:${SUMS.dumbInitAmd64} ${DUMB_INIT}/dumb-init_1.2.5_amd64.deb /tmp/dumb-init.deb`,
				"RUN dpkg -i /tmp/dumb-init.deb \\",
				" && rm /tmp/dumb-init.deb",
			),
			"/usr/bin/dumb-init",
		],
		[
			"is chosen by architecture",
			`FROM debian\n${CURL}`,
			{ init: "dumb-init", install: "deb" },
			lines(
				"ARG TARGETARCH",
				'RUN case "$TARGETARCH" in \\',
				`      amd64) asset=dumb-init_1.2.5_amd64.deb sum=${SUMS.dumbInitAmd64} ;; \\`,
				`      arm64) asset=dumb-init_1.2.5_arm64.deb sum=${SUMS.dumbInitArm64} ;; \\`,
				'      *) echo "no dumb-init for $TARGETARCH" >&2; exit 1 ;; \\',
				"    esac \\",
				` && curl -fsSL -o /tmp/dumb-init.deb "${DUMB_INIT}/$asset" \\`,
				' && echo "$sum  /tmp/dumb-init.deb" | sha256sum -c - \\',
				" && dpkg -i /tmp/dumb-init.deb \\",
				" && rm /tmp/dumb-init.deb",
			),
			"/usr/bin/dumb-init",
		],
		[
			"comes from a mirror",
			`FROM debian\n${CURL}`,
			{ ...tini, mirrors: { download: "https://m.example" } },
			byCurl.replace("https://github.com", "https://m.example"),
			"/usr/bin/tini",
		],
		["is an .rpm on Fedora", "FROM fedora", tiniRpm, rpmByCurl, "/usr/bin/tini"],
		[
			"is an .rpm on ubi-minimal",
			"FROM registry.access.redhat.com/ubi9/ubi-minimal",
			tiniRpm,
			rpmByCurl,
			"/usr/bin/tini",
		],
		["is an .rpm on openSUSE", "FROM opensuse/leap", tiniRpm, rpmByCurl, "/usr/bin/tini"],
		[
			"is an .rpm on Azure Linux",
			"FROM mcr.microsoft.com/azurelinux/base/core:3.0",
			tiniRpm,
			rpmByCurl,
			"/usr/bin/tini",
		],
		[
			"may be asked for at its own path",
			`FROM debian\n${CURL}`,
			{ ...tini, entrypointPath: "/usr/bin/tini" },
			byCurl,
			"/usr/bin/tini",
		],
	])("%s", (_, head, options, expected, path) => {
		const own = head.split("\n").map((line) => `[${line}]`);
		expect(addedLines(`${head}\nENTRYPOINT ["a"]\n`, options)).toBe(
			lines(...own, expected, `ENTRYPOINT ["${path}", "--", "a"]`),
		);
	});

	it("fits a base that is not known, where a RUN shows its package manager", () => {
		const base = { anyBase: { images: ["*"], entrypoint: [], user: "root", source: "test" } };
		const deb = addedLines(`FROM acme/app\n${CURL}\nENTRYPOINT ["a"]\n`, { ...tini, ...base });
		expect(deb).toContain("dpkg -i");
		const rpm = addedLines('FROM acme/app\nRUN yum install -y curl\nENTRYPOINT ["a"]\n', { ...tiniRpm, ...base });
		expect(rpm).toContain("rpm -i");
	});

	it("is installed as root, and removed again", () => {
		expect(addedLines(`FROM debian\n${CURL}\nUSER app\nENTRYPOINT ["a"]\n`, tini)).toBe(
			lines(
				"[FROM debian]",
				`[${CURL}]`,
				"[USER app]",
				"USER root",
				byCurl,
				"[USER app]",
				'ENTRYPOINT ["/usr/bin/tini", "--", "a"]',
			),
		);
	});

	it("says what it does", () => {
		expect(rewrite(`FROM debian\n${CURL}\nENTRYPOINT ["a"]\n`, tini).outcomes[0]?.message).toMatch(
			/; tini is installed from the \.deb of its release with dpkg, and its checksum verified$/,
		);
	});

	it.each<readonly [head: string, options: RewriteOptions, reason: string]>([
		["FROM alpine", tini, "its base has apk, not dpkg"],
		["FROM alpine", tiniRpm, "its base has apk, not rpm"],
		["FROM fedora", tini, "its base has dnf, not dpkg"],
		["FROM debian", tiniRpm, "its base has apt-get, not rpm"],
		["FROM busybox", tini, "its base is busybox, which has no dpkg"],
		["FROM scratch", tini, "its base has no shell to RUN anything"],
		["FROM gcr.io/distroless/static-debian12", tini, "its base has no shell to RUN anything"],
		['FROM debian\nSHELL ["fish", "-c"]', tini, 'its SHELL ["fish","-c"] is not a POSIX shell'],
		[
			"FROM acme/app",
			tini,
			"pidone does not know whether its base has dpkg: declare its distribution with --base-config",
		],
		[
			"FROM acme/app",
			tiniRpm,
			"pidone does not know whether its base has rpm: declare its distribution with --base-config",
		],
		["FROM fedora", { ...tiniRpm, init: "dumb-init" }, "the releases of dumb-init have no .rpm"],
		[
			"FROM debian",
			{ ...tini, entrypointPath: "/sbin/tini" },
			"the .deb installs tini as /usr/bin/tini, not as /sbin/tini",
		],
		[
			`FROM debian\n${CURL}`,
			{ init: "tini", install: "deb" },
			"pidone has no pinned checksum of the .deb of tini for linux/arm64, only for linux/amd64: select one with --platform, or another way with --install",
		],
		[
			"FROM debian",
			{ ...dumbInit, platforms: ["linux/s390x"] },
			"pidone has no pinned checksum of the .deb of dumb-init for linux/s390x, only for linux/amd64, linux/arm64: select one with --platform, or another way with --install",
		],
		[
			"FROM debian",
			{ init: "dumb-init", install: "deb" },
			"pidone does not know whether it has curl or wget, and ADD can download for one platform only: install one of them in an earlier RUN, or select a platform with --platform",
		],
	])("is refused for %j with %j", (head, options, reason) => {
		expect(addedLines(`${head}\nENTRYPOINT ["a"]\n`, options)).toBe(reason);
	});
});
