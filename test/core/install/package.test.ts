import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { addedLines } from "./added-lines.ts";

const CMD = 'CMD ["a"]';
const mirror = "https://m.example";
const unconfirmed = (distro: string): string =>
	`pidone knows no package of tini for ${distro}: if there is one, pass its path with --entrypoint-path`;
const rpmMirror = (manager: string, repos = "yum"): string =>
	`RUN cp -R /etc/${repos}.repos.d /tmp/repos \\
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\\1/' -e 's#^(baseurl=)https?://[^/]+#\\1${mirror}#' /tmp/repos/*.repo \\
 && ${manager} --setopt=reposdir=/tmp/repos install -y tini \\
 && ${manager} clean all \\
 && rm -rf /tmp/repos`;

describe("an install by package", () => {
	it.each<readonly [string, string, RewriteOptions, string]>([
		["apk", "FROM alpine", {}, "RUN apk add --no-cache tini"],
		["apk on Wolfi", "FROM cgr.dev/chainguard/wolfi-base", {}, "RUN apk add --no-cache tini"],
		[
			"apt-get",
			"FROM debian",
			{},
			"RUN apt-get update \\\n && apt-get install -y --no-install-recommends tini \\\n && rm -rf /var/lib/apt/lists/*",
		],
		["dnf", "FROM fedora", {}, "RUN dnf install -y tini \\\n && dnf clean all"],
		[
			"dnf with EPEL",
			"FROM rockylinux:9",
			{ install: "dnf" },
			"RUN dnf install -y epel-release \\\n && dnf install -y tini \\\n && dnf clean all",
		],
		[
			"dnf with Oracle's EPEL",
			"FROM oraclelinux:8",
			{ install: "dnf" },
			"RUN dnf install -y oracle-epel-release-el8 \\\n && dnf install -y tini \\\n && dnf clean all",
		],
		[
			"dnf with Fedora's EPEL",
			"FROM redhat/ubi9",
			{ install: "dnf" },
			"RUN dnf install -y https://dl.fedoraproject.org/pub/epel/epel-release-latest-9.noarch.rpm \\\n && dnf install -y tini \\\n && dnf clean all",
		],
		[
			"microdnf with EPEL",
			"FROM redhat/ubi8-minimal",
			{ install: "microdnf" },
			"RUN rpm -Uvh --replacepkgs https://dl.fedoraproject.org/pub/epel/epel-release-latest-8.noarch.rpm \\\n && microdnf install -y tini \\\n && microdnf clean all",
		],
		...["rockylinux:9-minimal", "almalinux:10-minimal", "quay.io/almalinuxorg/9-minimal:9.6"].map(
			(image) =>
				[
					"microdnf of a minimal variant",
					`FROM ${image}`,
					{ install: "microdnf" },
					"RUN microdnf install -y epel-release \\\n && microdnf install -y tini \\\n && microdnf clean all",
				] as const,
		),
		...(
			[
				["oraclelinux:9-slim", 9],
				["openjdk:17", 8],
				["openjdk:24-jdk-oraclelinux9", 9],
			] as const
		).map(
			([image, release]) =>
				[
					"microdnf on Oracle Linux slim",
					`FROM ${image}`,
					{ install: "microdnf" },
					`RUN microdnf install -y oracle-epel-release-el${release} \\\n && microdnf install -y tini \\\n && microdnf clean all`,
				] as const,
		),
		["tdnf", "FROM mcr.microsoft.com/azurelinux/base/core:3.0", {}, "RUN tdnf install -y tini \\\n && tdnf clean all"],
		[
			"apk from a mirror",
			"FROM alpine",
			{ mirrors: { apk: mirror } },
			`RUN sed -E "s#^https?://[^/]+#${mirror}#" /etc/apk/repositories > /tmp/repositories \\\n && apk add --no-cache --repositories-file /tmp/repositories tini \\\n && rm /tmp/repositories`,
		],
		[
			"apt-get from a mirror",
			"FROM ubuntu",
			{ mirrors: { apt: mirror } },
			`RUN cp -R /etc/apt /tmp/apt && mkdir -p /tmp/apt/lists/partial \\
 && find /tmp/apt -name "*.list" -o -name "*.sources" | xargs sed -i -E "s#https?://[^/ ]+#${mirror}#" \\
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists update \\
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists install -y --no-install-recommends tini \\
 && rm -rf /tmp/apt`,
		],
		["dnf from a mirror", "FROM fedora", { mirrors: { rpm: mirror } }, rpmMirror("dnf")],
		[
			"tdnf from a mirror",
			"FROM mcr.microsoft.com/azurelinux/base/core:3.0",
			{ mirrors: { rpm: mirror } },
			rpmMirror("tdnf"),
		],
		[
			"zypper, where the path is given",
			"FROM opensuse/leap",
			{ install: "zypper", entrypointPath: "/usr/bin/tini" },
			"RUN zypper --non-interactive install --no-recommends tini \\\n && zypper clean --all",
		],
		[
			"yum, which is another name for dnf",
			"FROM fedora",
			{ install: "yum" },
			"RUN yum install -y tini \\\n && yum clean all",
		],
		[
			"apk, whatever other mirrors there are",
			"FROM alpine",
			{ mirrors: { apt: mirror, rpm: mirror } },
			"RUN apk add --no-cache tini",
		],
	])("takes %s", (_, from, options, expected) => {
		const [path] = /^RUN (?:apk|sed)/.test(expected) && !from.includes("wolfi") ? ["/sbin/tini"] : ["/usr/bin/tini"];
		expect(addedLines(`${from}\n${CMD}\n`, { init: "tini", ...options })).toBe(
			`[${from}]\n${expected}\nENTRYPOINT ["${path}", "--"]\n[${CMD}]`,
		);
	});

	it.each<readonly [string, string, RewriteOptions, string]>([
		[
			"yum with EPEL",
			"FROM centos:7\nRUN yum install -y b",
			{ install: "yum" },
			"RUN yum install -y epel-release \\\n && yum install -y tini \\\n && yum clean all",
		],
		[
			"yum from a mirror",
			"FROM centos:7\nRUN yum install -y epel-release",
			{ mirrors: { rpm: mirror } },
			rpmMirror("yum"),
		],
		[
			"plain yum after EPEL",
			"FROM centos:7\nRUN yum install -y epel-release",
			{},
			"RUN yum install -y tini \\\n && yum clean all",
		],
		[
			"yum of CentOS 7 that the tag names",
			"FROM nvidia/cuda:11.4.3-base-centos7\nRUN yum install -y epel-release",
			{},
			"RUN yum install -y tini \\\n && yum clean all",
		],
		[
			"plain dnf after EPEL",
			"FROM almalinux:9\nRUN dnf install -y epel-release",
			{},
			"RUN dnf install -y tini \\\n && dnf clean all",
		],
		[
			"plain microdnf after EPEL",
			"FROM redhat/ubi9-minimal\nRUN microdnf install -y epel-release",
			{},
			"RUN microdnf install -y tini \\\n && microdnf clean all",
		],
		[
			"dnf where the stage uses it, on an unknown tag",
			"FROM fedora\nRUN dnf5 install -y b",
			{},
			"RUN dnf install -y tini \\\n && dnf clean all",
		],
		["apk where an unknown base has it", "FROM acme/app\nRUN apk add b", {}, "RUN apk add --no-cache tini"],
		[
			"apt-get where an unknown base has it",
			"FROM acme/app\nRUN apt update && apt install -y b",
			{},
			"RUN apt-get update \\\n && apt-get install -y --no-install-recommends tini \\\n && rm -rf /var/lib/apt/lists/*",
		],
	])("takes %s", (_, head, options, expected) => {
		const path = head.includes("apk") ? "/sbin/tini" : "/usr/bin/tini";
		const lines = head.split("\n").map((line) => `[${line}]`);
		expect(addedLines(`${head}\n${CMD.replace("CMD", "ENTRYPOINT")}\n`, { init: "tini", ...options })).toBe(
			`${lines.join("\n")}\n${expected}\nENTRYPOINT ["${path}", "--", "a"]`,
		);
	});

	it.each<readonly [string, readonly string[], readonly string[]]>([
		[
			"after the first RUN that uses the manager",
			["FROM alpine", "RUN x", "RUN apk add b", "RUN y", "RUN apk add c", CMD],
			[
				"[FROM alpine]",
				"[RUN x]",
				"[RUN apk add b]",
				"RUN apk add --no-cache tini",
				"[RUN y]",
				"[RUN apk add c]",
				'ENTRYPOINT ["/sbin/tini", "--"]',
				`[${CMD}]`,
			],
		],
		[
			"after FROM when none does",
			["FROM alpine", "RUN x", CMD],
			["[FROM alpine]", "RUN apk add --no-cache tini", "[RUN x]", 'ENTRYPOINT ["/sbin/tini", "--"]', `[${CMD}]`],
		],
		[
			"after FROM when only an earlier stage does",
			["FROM alpine AS one", "RUN apk add b", "FROM one", "RUN x", CMD],
			[
				"[FROM alpine AS one]",
				"[RUN apk add b]",
				"[FROM one]",
				"RUN apk add --no-cache tini",
				"[RUN x]",
				'ENTRYPOINT ["/sbin/tini", "--"]',
				`[${CMD}]`,
			],
		],
		[
			"as root, and gives the user back",
			["FROM alpine", "USER app", "RUN apk add b", CMD],
			[
				"[FROM alpine]",
				"[USER app]",
				"[RUN apk add b]",
				"USER root",
				"RUN apk add --no-cache tini",
				"[USER app]",
				'ENTRYPOINT ["/sbin/tini", "--"]',
				`[${CMD}]`,
			],
		],
		[
			"before USER, where nobody has to switch",
			["FROM alpine", "USER app", CMD],
			["[FROM alpine]", "RUN apk add --no-cache tini", "[USER app]", 'ENTRYPOINT ["/sbin/tini", "--"]', `[${CMD}]`],
		],
		[
			"as root when the base has another user",
			["FROM grafana/grafana:10.4.0", 'ENTRYPOINT ["a"]'],
			[
				"[FROM grafana/grafana:10.4.0]",
				"USER root",
				"RUN apk add --no-cache tini",
				"USER 472",
				'ENTRYPOINT ["/sbin/tini", "--", "a"]',
			],
		],
		[
			"keeping the package lists that a later RUN needs",
			["FROM debian", "RUN apt-get update", "RUN apt-get install -y b", CMD],
			[
				"[FROM debian]",
				"[RUN apt-get update]",
				"RUN apt-get update \\",
				" && apt-get install -y --no-install-recommends tini",
				"[RUN apt-get install -y b]",
				'ENTRYPOINT ["/usr/bin/tini", "--"]',
				`[${CMD}]`,
			],
		],
		[
			"keeping the package lists that a stage built on it needs",
			["FROM debian AS base", "RUN apt-get update", CMD, "FROM base", "RUN apt-get install -y b"],
			[
				"[FROM debian AS base]",
				"[RUN apt-get update]",
				"RUN apt-get update \\",
				" && apt-get install -y --no-install-recommends tini",
				'ENTRYPOINT ["/usr/bin/tini", "--"]',
				`[${CMD}]`,
				"[FROM base]",
				"[RUN apt-get install -y b]",
			],
		],
	])("goes %s", (_, lines, expected) => {
		expect(addedLines(lines.join("\n"), { init: "tini" }).split("\n")).toEqual(expected);
	});

	it.each<readonly [string, RewriteOptions, string]>([
		["FROM alpine", { install: "apt-get" }, "its base has apk, not apt-get"],
		["FROM scratch", { install: "apk" }, unconfirmed("scratch")],
		["FROM gcr.io/distroless/base", { install: "apt-get" }, unconfirmed("distroless")],
		["FROM photon", { install: "tdnf" }, unconfirmed("photon")],
		["FROM opensuse/leap", { install: "zypper" }, unconfirmed("opensuse")],
		[
			"FROM alpine",
			{ install: "apk", entrypointPath: "/opt/tini" },
			"the package installs tini as /sbin/tini, not as /opt/tini",
		],
		[
			"FROM rockylinux:9",
			{ install: "dnf", mirrors: { rpm: mirror } },
			"rockylinux needs EPEL for tini, which the mirror does not have: enable EPEL in an earlier RUN",
		],
		["FROM centos:7", { install: "dnf" }, "its base has yum, not dnf"],
		["FROM debian:stretch", { install: "apt-get" }, "apt-get in debian:stretch finds no package of tini"],
		["FROM ubuntu:18.04", { install: "apt-get" }, "apt-get in ubuntu:18.04 finds no package of tini"],
		["FROM acme/app", { install: "dnf" }, "pidone does not know which distribution's dnf this is"],
		[
			"FROM acme/app",
			{ install: "apk" },
			"the user of its base is unknown, and the installation needs root: declare the user with --base-config, or add USER",
		],
		[
			'FROM debian\nSHELL ["pwsh", "-c"]\nRUN apt-get update',
			{ install: "apt-get" },
			'its SHELL ["pwsh","-c"] is not a POSIX shell',
		],
		[
			"FROM oraclelinux",
			{ install: "dnf" },
			"oraclelinux needs EPEL for tini, and pidone does not know its version: enable EPEL in an earlier RUN",
		],
	])("is refused for %j with %j", (head, options, reason) => {
		const { isChanged, outcomes } = rewrite(`${head}\nENTRYPOINT ["a"]\n`, { init: "tini", ...options });
		expect({ isChanged, code: outcomes[0]?.code, message: outcomes[0]?.message }).toEqual({
			isChanged: false,
			code: "cannot-install",
			message: reason,
		});
	});

	it("follows the file's escape character, line ends and case", () => {
		const { text } = rewrite('# escape=`\r\nfrom debian\r\ncmd ["a"]\r\n', { init: "tini" });
		expect(text).toBe(
			[
				"# escape=`",
				"from debian",
				"# pidone: added the next 2 instructions (5b841b94)",
				"run apt-get update `",
				" && apt-get install -y --no-install-recommends tini `",
				" && rm -rf /var/lib/apt/lists/*",
				'entrypoint ["/usr/bin/tini", "--"]',
				'cmd ["a"]',
				"",
			].join("\r\n"),
		);
	});
});
