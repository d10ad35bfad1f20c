import { describe, expect, it } from "vitest";
import type { InstallOption } from "../../../src/core/install/method.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

/** The outcome of the last stage, to which an ENTRYPOINT in exec form is added. */
function choose(head: string, options: RewriteOptions): string | undefined {
	const { outcomes } = rewrite(`${head}\nENTRYPOINT ["a"]\n`, options);
	return outcomes.at(-1)?.message.replace(/^ENTRYPOINT goes through the init; /, "");
}

const amd64: RewriteOptions = { platforms: ["linux/amd64"] };
const epel = "its packages are in EPEL, which is not enabled";

describe("chooseInstall", () => {
	it.each<readonly [string, RewriteOptions, string]>([
		["FROM alpine", {}, "pidone is copied from .pidone/ in the build context"],
		["FROM scratch", {}, "pidone is copied from .pidone/ in the build context"],
		["FROM acme/app", {}, "pidone is copied from .pidone/ in the build context"],
		["FROM alpine", { init: "tini" }, "tini is installed with apk, the package manager of its base"],
		...(["windows/amd64", "freebsd/arm64"] as const).flatMap((platform) =>
			(["auto", "apk", "image:acme/tini", "curl"] as const).map(
				(install) =>
					[
						"FROM alpine\nRUN apk add tini",
						{ init: "tini", install, platforms: ["linux/amd64", platform] },
						`an init is a Linux program, and this stage is built for ${platform}: select Linux platforms with --platform`,
					] as const,
			),
		),
		["FROM alpine", { init: "dumb-init" }, "dumb-init is installed with apk, the package manager of its base"],
		["FROM alpine\nRUN apk add b", { init: "tini" }, "tini is installed after the stage's own apk"],
		["FROM alpine\nRUN apk add tini", { init: "tini" }, "tini is already installed (line 2)"],
		[
			"FROM alpine\nADD --chmod=755 https://github.com/krallin/tini/releases/download/v0.19.0/tini-amd64 /tini",
			{ init: "tini" },
			"tini is installed with apk, the package manager of its base",
		],
		["FROM alpine\nRUN apk add dumb-init", { init: "tini" }, "tini is installed after the stage's own apk"],
		["FROM alpine AS b\nRUN apk add tini\nFROM b", { init: "tini" }, "tini is already installed (line 2)"],
		[
			"FROM alpine AS b\nRUN apk add tini\nFROM alpine",
			{ init: "tini" },
			"tini is installed with apk, the package manager of its base",
		],
		[
			"FROM rockylinux:9",
			{ ...amd64, init: "tini" },
			`tini is downloaded with curl and its checksum verified, because ${epel}`,
		],
		[
			"FROM rockylinux:9\nRUN dnf install -y epel-release",
			{ init: "tini" },
			"tini is installed after the stage's own dnf",
		],
		[
			"FROM opensuse/leap",
			{ ...amd64, init: "tini" },
			"tini is downloaded with curl and its checksum verified, because opensuse has no package of tini",
		],
		[
			"FROM amazonlinux",
			{ ...amd64, init: "dumb-init" },
			"dumb-init is downloaded with curl and its checksum verified, because amazonlinux has no package of dumb-init",
		],
		[
			"FROM scratch",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because pidone does not know the package manager of its base",
		],
		[
			"FROM debian:stretch",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because apt-get in debian:stretch finds no package of tini",
		],
		[
			"FROM debian:buster",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because apt-get in debian:buster finds no packages since its release was archived",
		],
		[
			"FROM node:16-slim",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because apt-get in node:16-slim finds no packages since its release was archived",
		],
		[
			"FROM node:16",
			{ init: "tini" },
			"tini is downloaded with curl and its checksum verified, because apt-get in node:16 finds no packages since its release was archived",
		],
		["FROM groovy:jdk17", { init: "tini" }, "tini is installed with apt-get, the package manager of its base"],
		[
			"FROM acme/buster\nUSER root\nRUN apk add --no-cache bash",
			{ init: "tini" },
			"tini is installed after the stage's own apk",
		],
		[
			"FROM node:16\nRUN apt-get purge -y curl",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because apt-get in node:16 finds no packages since its release was archived",
		],
		[
			"FROM debian:buster\nRUN sed -i s/a/b/ /etc/apt/sources.list && apt-get update && apt-get install -y b",
			{ ...amd64, init: "tini" },
			"tini is installed after the stage's own apt-get",
		],
		[
			"FROM debian:buster AS a\nRUN apt-get update\nFROM a",
			{ ...amd64, init: "tini" },
			"tini is installed with apt-get, the package manager of its base",
		],
		[
			"FROM debian:buster",
			{ ...amd64, init: "tini", install: "apt-get" },
			"tini is installed with apt-get, the package manager of its base",
		],
		[
			"FROM debian:buster",
			{ ...amd64, init: "tini", mirrors: { apt: "https://mirror.example" } },
			"tini is installed with apt-get, the package manager of its base",
		],
		[
			"FROM acme/app",
			{ ...amd64, init: "tini" },
			"tini is downloaded with ADD --checksum and its checksum verified, because pidone does not know the package manager of its base",
		],
		[
			"FROM scratch",
			{ init: "tini" },
			"no package: pidone does not know the package manager of its base; no download: its base has no shell to RUN anything, and ADD can download for only one platform: select one with --platform",
		],
		[
			"FROM opensuse/leap",
			{ init: "tini", platforms: ["linux/riscv64"] },
			"no package: opensuse has no package of tini; no download: pidone has no pinned checksum of tini for linux/riscv64: select from linux/amd64, linux/arm64, linux/arm/v7, linux/ppc64le, linux/s390x with --platform",
		],
	])("of %j with %j: %s", (head, options, expected) => {
		expect(choose(head, options)).toBe(expected);
	});

	it.each<readonly [string, InstallOption, string]>([
		["FROM alpine", "apk", "no distribution has a package of pidone"],
		["FROM python", "pip", "pidone is not on the Python Package Index"],
		["FROM alpine", "curl", "pidone has no release to download"],
		["FROM alpine", "download", "pidone has no release to download"],
	])("copies pidone from %j when %s is impossible", (head, install, reason) => {
		expect(choose(head, { ...amd64, install })).toBe(
			`pidone is copied from .pidone/ in the build context, because ${reason}`,
		);
	});

	it("does not copy another init that is perhaps not there", () => {
		expect(choose("FROM scratch", { init: "tini", install: "apk" })).toBe(
			"pidone knows no package of tini for scratch: if there is one, pass its path with --entrypoint-path",
		);
	});

	it("uses the path that is asked for, installed already or not", () => {
		const options: RewriteOptions = { init: "tini", entrypointPath: "/opt/tini" };
		expect(rewrite('FROM alpine\nRUN apk add tini\nENTRYPOINT ["a"]', options).text).toContain(
			'ENTRYPOINT ["/opt/tini", "--", "a"]',
		);
		expect(rewrite('FROM alpine\nENTRYPOINT ["a"]', { ...options, install: "wget", ...amd64 }).text).toContain(
			"-O /opt/tini ",
		);
	});

	it.each<readonly [string, RewriteOptions]>([
		["FROM alpine", {}],
		["FROM alpine", { install: "image:acme/init" }],
		["FROM python", { install: "pip" }],
		["FROM alpine", { init: "tini", install: "wget" }],
		["FROM alpine", { init: "tini", install: "add" }],
		["FROM alpine", { init: "tini", install: "apk" }],
		["FROM amazonlinux:2", { init: "tini", install: "yum" }],
		["FROM alpine", { init: "dumb-init" }],
	])("puts nothing into an unknown folder of %j with %j", (head, options) => {
		const { init = "pidone" } = options;
		expect(choose(head, { ...amd64, ...options, entrypointPath: init })).toBe(
			`${init} needs an absolute path, unless pip installs it: write one instead of ${init}`,
		);
	});

	it("lets PATH find an init that pip installs", () => {
		const options: RewriteOptions = { init: "dumb-init", install: "pip", entrypointPath: "dumb-init" };
		expect(choose("FROM acme/app\nRUN pip install flask", options)).toBe("dumb-init is installed with pip");
	});

	it("refuses a method that does not exist", () => {
		expect(() => choose("FROM alpine", { install: String("brew") as InstallOption })).toThrow(
			new TypeError(
				'install: "brew": must be one of auto, copy, context:NAME, image:REF, apk, apt-get, dnf, yum, microdnf, tdnf, zypper, pip, deb, rpm, download, add, curl, wget',
			),
		);
	});
});
