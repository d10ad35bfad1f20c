import { describe, expect, it } from "vitest";
import type { CheckOptions } from "../../../../src/core/check/check.ts";
import { rewrite } from "../../../../src/core/rewrite/rewrite.ts";
import { runRule } from "./run-rule.ts";

const messages = (
	source: string,
	context: Readonly<Record<string, string>> = {},
	options: CheckOptions = {},
): string[] => runRule("init-missing", `${source}\n`, context, options).map(({ message }) => message);

const TINI = "https://github.com/krallin/tini/releases/download/v0.19.0";

describe("init-missing", () => {
	it.each<[title: string, source: string, message: string, options?: CheckOptions]>([
		[
			"apk's tini at apt's path",
			'FROM alpine:3.20\nRUN apk add --no-cache tini\nENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["app"]',
			"/usr/bin/tini cannot start: line 2 puts tini at /sbin/tini: write that path",
		],
		[
			"apt's tini at the path of a download",
			'FROM debian:12\nRUN apt-get update && apt-get install -y tini\nENTRYPOINT ["/tini", "--", "app"]',
			"/tini cannot start: line 2 puts tini at /usr/bin/tini: write that path",
		],
		[
			"apk's tini at apt's path, by ONBUILD",
			'FROM alpine:3.20 AS base\nONBUILD RUN apk add tini\nFROM base\nENTRYPOINT ["/usr/bin/tini", "--", "app"]',
			"/usr/bin/tini cannot start: line 2 puts tini at /sbin/tini: write that path",
		],
		[
			"an init that ONBUILD installs only in other stages",
			'FROM alpine:3.20\nONBUILD RUN apk add tini\nENTRYPOINT ["/sbin/tini", "--", "app"]',
			"/sbin/tini cannot start: nothing installs tini, and alpine:3.20 does not have it: install it, or run pidone rewrite --replace",
		],
		[
			"an init that is never installed",
			'FROM node:22-alpine\nRUN npm ci\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node", "app.js"]',
			"/sbin/tini cannot start: nothing installs tini, and node:22-alpine does not have it: install it, or run pidone rewrite --replace",
		],
		[
			"a name that PATH does not find",
			'FROM python:3.12-slim\nCMD ["dumb-init", "python", "app.py"]',
			"dumb-init cannot start: nothing installs dumb-init, and python:3.12-slim does not have it: install it, or run pidone rewrite --replace",
		],
		[
			"an init that a cache cannot bring",
			'FROM debian:12\nRUN --mount=type=cache,target=/root/.npm npm ci\nENTRYPOINT ["/tini", "--", "app"]',
			"/tini cannot start: nothing installs tini, and debian:12 does not have it: install it, or run pidone rewrite --replace",
		],
		[
			"a package that is removed again",
			'FROM debian:12\nRUN apt-get update && apt-get install -y tini && apt-get purge -y tini\nENTRYPOINT ["tini", "--", "app"]',
			"tini cannot start: line 2 removes tini again: keep it",
		],
		[
			"a package that a later instruction removes",
			'FROM alpine:3.20\nRUN apk add tini\nRUN apk del tini\nENTRYPOINT ["/sbin/tini", "--", "app"]',
			"/sbin/tini cannot start: line 3 removes tini again: keep it",
		],
		[
			"a name outside PATH",
			`FROM debian:12\nADD --chmod=755 ${TINI}/tini-static /opt/tini\nENTRYPOINT ["tini", "--", "app"]`,
			"tini cannot start: line 2 puts tini at /opt/tini: write that path",
		],
		[
			"ADD without permission to execute",
			`FROM debian:12\nENV TINI_VERSION=v0.19.0\nADD https://github.com/krallin/tini/releases/download/\${TINI_VERSION}/tini /tini\nENTRYPOINT ["/tini", "--", "app"]`,
			"/tini cannot start: line 3 installs it without execute permission: add --chmod=0755, or RUN chmod +x /tini",
		],
		[
			"curl without permission to execute",
			`FROM debian:12\nRUN curl -fsSL -o /sbin/tini ${TINI}/tini\nENTRYPOINT ["/sbin/tini", "--", "app"]`,
			"/sbin/tini cannot start: line 2 installs it without execute permission: add --chmod=0755, or RUN chmod +x /sbin/tini",
		],
		[
			"glibc's tini on Alpine",
			`FROM alpine:3.20\nADD ${TINI}/tini /tini\nRUN chmod +x /tini\nENTRYPOINT ["/tini", "--", "app"]`,
			"/tini cannot start: tini is linked against glibc, which alpine does not have: use tini-static, or the package",
		],
		[
			"glibc's tini on scratch",
			`FROM scratch\nADD --chmod=755 ${TINI}/tini-amd64 /tini\nENTRYPOINT ["/tini", "--", "/app"]`,
			"/tini cannot start: tini-amd64 is linked against glibc, which scratch does not have: use tini-static, or the package",
		],
		[
			"another architecture",
			`FROM debian:12\nADD --chmod=755 ${TINI}/tini-static-arm64 /tini\nENTRYPOINT ["/tini", "--", "app"]`,
			"/tini cannot start: tini-static-arm64 is for linux/arm64, but the image is built for linux/amd64: select the file by TARGETARCH, or the platform with --platform",
		],
		[
			"an architecture that is not asked for",
			`FROM debian:12\nADD --chmod=755 ${TINI}/tini-static /tini\nENTRYPOINT ["/tini", "--", "app"]`,
			"/tini cannot start: tini-static is for linux/amd64, but the image is built for linux/arm64: select the file by TARGETARCH, or the platform with --platform",
			{ platforms: ["linux/arm64"] },
		],
		[
			"Debian's tini in Alpine",
			'FROM debian:12 AS inits\nRUN apt-get update && apt-get install -y tini\nFROM alpine:3.20\nCOPY --from=inits /usr/bin/tini /tini\nENTRYPOINT ["/tini", "--", "app"]',
			"/tini cannot start: line 4 copies the tini of debian, which is linked against glibc, into alpine: install tini there, or copy a static one",
		],
		[
			"Debian's tini in a distroless image without a libc",
			'FROM debian:12 AS inits\nRUN apt-get install -y tini\nFROM gcr.io/distroless/static-debian12\nCOPY --from=inits /usr/bin/tini /tini\nENTRYPOINT ["/tini", "--", "/app"]',
			"/tini cannot start: line 4 copies the tini of debian, which is linked against glibc, into distroless: install tini there, or copy a static one",
		],
		[
			"a copy of a download without permission to execute",
			`FROM alpine AS inits\nADD ${TINI}/tini-static /tini\nFROM scratch\nCOPY --from=inits /tini /tini\nENTRYPOINT ["/tini", "--", "/app"]`,
			"/tini cannot start: line 2 installs it without execute permission: add --chmod=0755, or RUN chmod +x /tini",
		],
		[
			"a copy of glibc's tini on scratch",
			`FROM alpine AS inits\nADD --chmod=755 ${TINI}/tini /tini\nFROM scratch\nCOPY --from=inits /tini /tini\nENTRYPOINT ["/tini", "--", "/app"]`,
			"/tini cannot start: tini is linked against glibc, which scratch does not have: use tini-static, or the package",
		],
		[
			"pidone's own after its COPY was deleted",
			'FROM python:3.12\nENTRYPOINT ["/sbin/pidone", "--"]\nCMD ["python", "app.py"]',
			"/sbin/pidone cannot start: nothing installs pidone, and python:3.12 does not have it: install it, or run pidone rewrite --replace",
		],
	])("finds %s", (_, source, message, options) => {
		expect(messages(source, {}, options)).toEqual([message]);
	});

	it("finds an init that a script starts", () => {
		const context = { "run.sh": '#!/bin/sh\nexec /usr/bin/tini -- "$@"\n' };
		const source = 'FROM alpine:3.20\nRUN apk add tini\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\nCMD ["app"]';
		expect(messages(source, context)).toEqual([
			"/usr/bin/tini (run.sh:2) cannot start: line 2 puts tini at /sbin/tini: write that path",
		]);
	});

	it.each([
		"if command -v tini >/dev/null; then exec tini -- app; fi\nexec app",
		"if [ -x /sbin/tini ]; then\n\texec /sbin/tini -- app\nfi\nexec app",
		"! which tini || exec tini -- app\nexec app",
	])("leaves an init alone that a script looks for: %s", (text) => {
		expect(messages('FROM debian:12\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]', { "run.sh": text })).toEqual([]);
	});

	it.each<[title: string, source: string, options?: CheckOptions]>([
		[
			"an init that ONBUILD installs",
			'FROM alpine:3.20 AS base\nONBUILD RUN apk add tini\nFROM base\nENTRYPOINT ["/sbin/tini", "--", "app"]',
		],
		["apk's path", 'FROM alpine:3.20\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--", "app"]'],
		["a name that PATH finds", 'FROM alpine:3.20\nRUN apk add --no-cache tini\nENTRYPOINT ["tini", "--", "app"]'],
		[
			"/bin of a distribution where it is /usr/bin",
			'FROM debian:12\nRUN apt-get install -y tini\nENTRYPOINT ["/bin/tini", "--", "app"]',
		],
		["an earlier stage's", 'FROM alpine AS a\nRUN apk add tini\nFROM a\nENTRYPOINT ["/sbin/tini", "--", "app"]'],
		["a COPY from the build context", 'FROM debian:12\nCOPY tini /tini\nENTRYPOINT ["/tini", "--", "app"]'],
		[
			"a COPY from an image",
			'FROM debian:12\nCOPY --from=krallin/ubuntu-tini /usr/local/bin/tini /tini\nENTRYPOINT ["/tini", "--", "app"]',
		],
		[
			"Debian's tini in a distroless image with glibc",
			'FROM debian:12 AS inits\nRUN apt-get install -y tini\nFROM gcr.io/distroless/cc-debian12\nCOPY --from=inits /usr/bin/tini /tini\nENTRYPOINT ["/tini", "--", "/app"]',
		],
		[
			"a copy of a download that becomes executable on the way",
			`FROM alpine AS inits\nADD ${TINI}/tini-static /tini\nFROM scratch\nCOPY --from=inits --chmod=0755 /tini /tini\nENTRYPOINT ["/tini", "--", "/app"]`,
		],
		[
			"a static download",
			`FROM alpine:3.20\nADD ${TINI}/tini-static /tini\nRUN chmod +x /tini\nENTRYPOINT ["/tini", "--", "app"]`,
		],
		[
			"a download for amd64 where no platform is stated",
			`FROM debian:12\nADD --chmod=755 ${TINI}/tini /tini\nENTRYPOINT ["/tini", "--", "app"]`,
		],
		[
			"a download by architecture",
			`FROM debian:12\nARG TARGETARCH\nADD --chmod=755 ${TINI}/tini-\${TARGETARCH} /tini\nENTRYPOINT ["/tini", "--", "app"]`,
		],
		[
			"the static one of Debian's package in Alpine",
			'FROM debian:12 AS inits\nRUN apt-get update && apt-get install -y tini\nFROM alpine:3.20\nCOPY --from=inits /usr/bin/tini-static /tini\nENTRYPOINT ["/tini", "--", "app"]',
		],
		[
			"a package that is installed once more",
			'FROM alpine:3.20\nRUN apk add tini && apk del tini\nRUN apk add tini\nENTRYPOINT ["/sbin/tini", "--", "app"]',
		],
		[
			"/usr/sbin where it is /usr/bin",
			'FROM fedora:42\nRUN dnf install -y tini\nENTRYPOINT ["/usr/sbin/tini", "--", "app"]',
		],
		["/sbin where it is /usr/bin", 'FROM archlinux\nRUN pacman -Sy tini\nENTRYPOINT ["/sbin/tini", "--", "app"]'],
		[
			"a package that is mounted",
			'FROM debian:12 AS dl\nADD https://example.com/x.deb /d.deb\nFROM debian:12\nRUN --mount=from=dl,source=/d.deb,target=/tmp/d.deb dpkg -i /tmp/d.deb\nENTRYPOINT ["dumb-init", "app"]',
		],
		["what binary-missing reports", rewrite('FROM debian:12\nCMD ["/a"]\n').text.replace(/^COPY .*\n/m, "")],
		["an unknown base", 'FROM acme/base\nENTRYPOINT ["/tini", "--", "app"]'],
		["a base that has it", 'FROM jenkins/jenkins:lts\nENTRYPOINT ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"]'],
		[
			"a link that a RUN makes",
			'FROM alpine:3.20\nRUN apk add tini && ln -s /sbin/tini /tini\nENTRYPOINT ["/tini", "--", "app"]',
		],
		[
			"a script that may install it",
			'FROM debian:12\nCOPY install.sh /\nRUN /install.sh\nENTRYPOINT ["/usr/bin/tini", "--", "app"]',
		],
		["an archive that may hold it", 'FROM debian:12\nADD rootfs.tar.gz /\nENTRYPOINT ["/usr/bin/tini", "--", "app"]'],
		["docker-init of docker run --init in a script's name", 'FROM debian:12\nCMD ["app", "tini"]'],
		[
			"the platform that FROM states",
			`FROM --platform=linux/arm64 debian:12\nADD --chmod=755 ${TINI}/tini-arm64 /tini\nENTRYPOINT ["/tini", "--", "app"]`,
		],
		[
			"the platform of the stage that it is built on",
			`FROM --platform=linux/arm64 debian:12 AS base\nADD --chmod=755 ${TINI}/tini-arm64 /tini\nFROM --platform=$BUILDPLATFORM base\nENTRYPOINT ["/tini", "--", "app"]`,
		],
	])("leaves %s alone", (_, source, options) => {
		expect(messages(source, {}, options)).toEqual([]);
	});
});
