import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { addedLines } from "./added-lines.ts";

const amd64Sum = "c5b0666b4cb676901f90dfcb37106783c5fe2077b04590973b885950611b30ee";
const arm64Sum = "eae1d3aa50c48fb23b8cbdf4e369d0910dfc538566bfd09df89a774aa84a48b9";
const url = "https://github.com/krallin/tini/releases/download/v0.19.0";
const amd64: RewriteOptions = { init: "tini", platforms: ["linux/amd64"] };

function single(command: string, from = url): string {
	return `RUN ${command} /sbin/tini ${from}/tini-static-amd64 \\\n && echo "${amd64Sum}  /sbin/tini" | sha256sum -c - \\\n && chmod 0755 /sbin/tini`;
}

function multi(command: string, arch: string, cases: readonly string[]): string {
	return [
		`RUN case "${arch}" in \\`,
		...cases.map((each) => `      ${each} ;; \\`),
		`      *) echo "no tini for ${arch}" >&2; exit 1 ;; \\`,
		"    esac \\",
		` && ${command} /sbin/tini "${url}/$asset" \\`,
		' && echo "$sum  /sbin/tini" | sha256sum -c - \\',
		" && chmod 0755 /sbin/tini",
	].join("\n");
}

const both = [`amd64) asset=tini-static-amd64 sum=${amd64Sum}`, `arm64) asset=tini-static-arm64 sum=${arm64Sum}`];
const add = `ADD --checksum=sha256:${amd64Sum} --chmod=0755 ${url}/tini-static-amd64 /sbin/tini`;

describe("a download", () => {
	it.each<readonly [string, string, RewriteOptions, string]>([
		["takes ADD when asked to", "FROM alpine", { ...amd64, install: "add" }, add],
		["takes curl when asked to", "FROM alpine", { ...amd64, install: "curl" }, single("curl -fsSL -o")],
		["takes wget when asked to", "FROM alpine", { ...amd64, install: "wget" }, single("wget -q -O")],
		["uses ADD if there is no shell", "FROM scratch", { ...amd64, install: "download" }, add],
		[
			"takes ADD where the base is not known to have a downloader",
			"FROM debian",
			{ ...amd64, install: "download" },
			add,
		],
		["takes wget on Alpine", "FROM alpine", { ...amd64, install: "download" }, single("wget -q -O")],
		["takes curl on Fedora", "FROM fedora", { ...amd64, install: "download" }, single("curl -fsSL -o")],
		[
			"takes wget on Alpine after apk del",
			"FROM alpine\nRUN apk del wget",
			{ ...amd64, install: "download" },
			single("wget -q -O"),
		],
		[
			"takes ADD where a RUN removes the base's curl",
			"FROM fedora AS a\nRUN dnf remove -y curl\nFROM a",
			{ ...amd64, install: "download" },
			add,
		],
		[
			"takes the base's curl where a RUN removes only its headers",
			"FROM fedora\nRUN dnf remove -y curl-devel",
			{ ...amd64, install: "download" },
			single("curl -fsSL -o"),
		],
		[
			"takes what the stage uses",
			"FROM debian\nRUN apt-get update && apt-get install -y curl",
			{ ...amd64, install: "download" },
			single("curl -fsSL -o"),
		],
		[
			"takes a mirror",
			"FROM alpine",
			{ ...amd64, install: "wget", mirrors: { download: "https://m.example" } },
			single("wget -q -O", url.replace("https://github.com", "https://m.example")),
		],
		[
			"chooses by architecture",
			"FROM alpine",
			{ init: "tini", install: "curl" },
			`ARG TARGETARCH\n${multi("curl -fsSL -o", "$TARGETARCH", both)}`,
		],
		[
			"chooses by variant",
			"FROM fedora",
			{ init: "tini", install: "wget", platforms: ["linux/amd64", "linux/arm/v7"] },
			`ARG TARGETARCH\nARG TARGETVARIANT\n${multi("wget -q -O", "$TARGETARCH/$TARGETVARIANT", [
				`amd64/*) asset=tini-static-amd64 sum=${amd64Sum}`,
				"arm/v7) asset=tini-armhf sum=5a9b35f09ad2fb5d08f11ceb84407803a1deff96cbdc0d1222f9f8323f3f8ad4",
			])}`,
		],
		[
			"chooses by the variant where it counts",
			"FROM fedora",
			{ init: "tini", install: "wget", platforms: ["linux/amd64/v3", "linux/amd64", "armhf", "linux/arm/v8"] },
			`ARG TARGETARCH\nARG TARGETVARIANT\n${multi("wget -q -O", "$TARGETARCH/$TARGETVARIANT", [
				`amd64/*) asset=tini-static-amd64 sum=${amd64Sum}`,
				"arm/v7) asset=tini-armhf sum=5a9b35f09ad2fb5d08f11ceb84407803a1deff96cbdc0d1222f9f8323f3f8ad4",
				"arm/v8) asset=tini-armhf sum=5a9b35f09ad2fb5d08f11ceb84407803a1deff96cbdc0d1222f9f8323f3f8ad4",
			])}`,
		],
		[
			"takes ADD for variants of one",
			"FROM scratch",
			{ init: "tini", install: "add", platforms: ["x86_64", "linux/amd64/v3"] },
			add,
		],
	])("%s", (_, head, options, expected) => {
		const lines = head.split("\n").map((line) => `[${line}]`);
		expect(addedLines(`${head}\nENTRYPOINT ["a"]\n`, options)).toBe(
			`${lines.join("\n")}\n${expected}\nENTRYPOINT ["/sbin/tini", "--", "a"]`,
		);
	});

	it("is refused if a binary needs glibc and there is none", () => {
		const [outcome] = rewrite('FROM alpine\nENTRYPOINT ["a"]\n', {
			init: "tini",
			install: "wget",
			platforms: ["linux/arm/v7"],
		}).outcomes;
		expect(outcome?.message).toBe("tini for linux/arm/v7 needs glibc, which its base does not have");
	});

	it("runs as root", () => {
		expect(addedLines('FROM alpine\nUSER app\nENTRYPOINT ["a"]\n', { ...amd64, install: "curl" })).toBe(
			`[FROM alpine]\n[USER app]\nUSER root\n${single("curl -fsSL -o")}\n[USER app]\nENTRYPOINT ["/sbin/tini", "--", "a"]`,
		);
	});

	it("with ADD needs no root", () => {
		expect(addedLines('FROM alpine\nUSER app\nENTRYPOINT ["a"]\n', { ...amd64, install: "add" })).toBe(
			`[FROM alpine]\n[USER app]\n${add}\nENTRYPOINT ["/sbin/tini", "--", "a"]`,
		);
	});

	it.each<readonly [string, RewriteOptions, string]>([
		[
			"FROM scratch",
			{ init: "tini", install: "download" },
			"its base has no shell to RUN anything, and ADD can download for only one platform: select one with --platform",
		],
		[
			"FROM debian",
			{ init: "tini", install: "download" },
			"pidone does not know whether it has curl or wget, and ADD can download for only one platform: select one with --platform",
		],
		[
			"FROM debian",
			{ init: "tini", install: "add" },
			"ADD can download for only one platform: select one with --platform, or another way with --install, such as curl or wget",
		],
		["FROM scratch", { ...amd64, install: "curl" }, "its base has no shell to RUN anything"],
		[
			'FROM debian\nSHELL ["fish", "-c"]',
			{ ...amd64, install: "wget" },
			'its SHELL ["fish","-c"] is not a POSIX shell',
		],
		[
			"FROM alpine",
			{ init: "tini", install: "curl", platforms: ["linux/riscv64"] },
			"pidone has no pinned checksum of tini for linux/riscv64: select from linux/amd64, linux/arm64, linux/arm/v7, linux/ppc64le, linux/s390x with --platform",
		],
		[
			"FROM acme/app",
			{ ...amd64, install: "curl" },
			"the user of its base is unknown, and the installation needs root: declare the user with --base-config, or add USER",
		],
	])("is refused for %j with %j", (head, options, reason) => {
		expect(addedLines(`${head}\nENTRYPOINT ["a"]\n`, options)).toBe(reason);
	});
});
