import { describe, expect, it } from "vitest";
import { pidone } from "../../../src/core/inits/pidone.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { addedLines } from "./added-lines.ts";

const amd64: RewriteOptions = { platforms: ["linux/amd64"] };

describe("a copied binary", () => {
	it.each<readonly [string, RewriteOptions, string, string]>([
		["comes from the build context", amd64, "COPY .pidone/pidone-linux-amd64 /sbin/pidone", "/sbin/pidone"],
		[
			"comes from another folder",
			{ ...amd64, source: "build/bin//" },
			"COPY build/bin/pidone-linux-amd64 /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"goes to another path",
			{ ...amd64, entrypointPath: "/usr/local/bin/pidone" },
			"COPY .pidone/pidone-linux-amd64 /usr/local/bin/pidone",
			"/usr/local/bin/pidone",
		],
		[
			"depends on the platform",
			{},
			"ARG TARGETARCH\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"comes from a named context",
			{ ...amd64, install: "context:inits" },
			"COPY --from=inits pidone-linux-amd64 /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"comes from an image, which knows its platforms",
			{ install: "image:ghcr.io/acme/p:1" },
			"COPY --from=ghcr.io/acme/p:1 /sbin/pidone /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"comes from an image for any platform",
			{ install: "image:acme/p", platforms: ["linux/loong64"] },
			"COPY --from=acme/p /sbin/pidone /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"can be tini",
			{ ...amd64, init: "tini", install: "copy" },
			"COPY .pidone/tini-linux-amd64 /sbin/tini",
			"/sbin/tini",
		],
		[
			"has its variant in the name",
			{ init: "tini", install: "copy", platforms: ["linux/arm/v7"] },
			"COPY .pidone/tini-linux-armv7 /sbin/tini",
			"/sbin/tini",
		],
		[
			"depends on the variant",
			{ init: "tini", install: "copy", platforms: ["linux/amd64", "linux/arm/v7"] },
			"ARG TARGETARCH\nARG TARGETVARIANT\nCOPY .pidone/tini-linux-${TARGETARCH}${TARGETVARIANT} /sbin/tini",
			"/sbin/tini",
		],
		[
			"of amd64 runs on its variants",
			{ platforms: ["linux/amd64/v3"] },
			"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"is the same for all variants",
			{ platforms: ["amd64", "linux/amd64/v2", "x86_64/v3"] },
			"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"has no variant in the name where it has none itself",
			{ platforms: ["linux/amd64/v3", "aarch64"] },
			"ARG TARGETARCH\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
			"/sbin/pidone",
		],
		[
			"is named as its platform is, however that is written",
			{ init: "tini", install: "copy", platforms: ["armhf"] },
			"COPY .pidone/tini-linux-armv7 /sbin/tini",
			"/sbin/tini",
		],
	])("%s", (_, options, expected, path) => {
		expect(addedLines('FROM scratch\nENTRYPOINT ["a"]\n', options)).toBe(
			`[FROM scratch]\n${expected}\nENTRYPOINT ["${path}", "--", "a"]`,
		);
	});

	it.each<readonly [string, RewriteOptions, readonly string[], readonly string[]]>([
		[
			"stands above the command and its comments",
			amd64,
			["FROM scratch", "# why", 'ENTRYPOINT ["a"]'],
			[
				"[FROM scratch]",
				"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
				"[# why]",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
		[
			"needs no root",
			amd64,
			["FROM alpine", "USER app", 'ENTRYPOINT ["a"]'],
			[
				"[FROM alpine]",
				"[USER app]",
				"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
		[
			"stands after the last RUN when an ARG comes with it",
			{},
			["FROM alpine", 'ENTRYPOINT ["a"]', "RUN b"],
			[
				"[FROM alpine]",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
				"[RUN b]",
				"ARG TARGETARCH",
				"COPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
			],
		],
		[
			"uses an ARG that is there",
			{},
			["FROM alpine", "ARG TARGETARCH", 'ENTRYPOINT ["a"]'],
			[
				"[FROM alpine]",
				"[ARG TARGETARCH]",
				"COPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
		[
			"takes the platform of FROM, however it is written",
			{},
			["FROM --platform=x86_64 alpine", 'ENTRYPOINT ["a"]'],
			[
				"[FROM --platform=x86_64 alpine]",
				"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
		[
			"takes the platform of the FROM that its stage is built on",
			{},
			["FROM --platform=linux/amd64/v3 alpine AS base", "FROM base", 'ENTRYPOINT ["a"]'],
			[
				"[FROM --platform=linux/amd64/v3 alpine AS base]",
				"[FROM base]",
				"COPY .pidone/pidone-linux-amd64 /sbin/pidone",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
		[
			"takes the platform of FROM",
			{},
			["FROM --platform=linux/arm64 alpine", 'ENTRYPOINT ["a"]'],
			[
				"[FROM --platform=linux/arm64 alpine]",
				"COPY .pidone/pidone-linux-arm64 /sbin/pidone",
				'ENTRYPOINT ["/sbin/pidone", "--", "a"]',
			],
		],
	])("%s", (_, options, lines, expected) => {
		expect(addedLines(lines.join("\n"), options).split("\n")).toEqual(expected);
	});

	it.each<readonly [RewriteOptions, string]>([
		[
			{ platforms: ["linux/loong64"] },
			`pidone is not available for linux/loong64: select from ${pidone.platforms.join(", ")} with --platform`,
		],
		[
			{ init: "dumb-init", install: "copy", platforms: ["linux/amd64", "linux/arm/v7"] },
			"dumb-init is not available for linux/arm/v7: select from linux/amd64, linux/arm64, linux/ppc64le, linux/s390x with --platform",
		],
		[
			{ init: "tini", install: "copy", platforms: ["linux/amd64/v3", "linux/arm/v7"] },
			"the files for linux/amd64/v3, linux/arm/v7 cannot be distinguished by TARGETARCH and TARGETVARIANT: select one platform with --platform",
		],
	])("is refused with %j", (options, reason) => {
		expect(addedLines('FROM scratch\nENTRYPOINT ["a"]\n', options)).toBe(reason);
	});

	it.each([
		["$BUILDPLATFORM", "it is built for the builder's own platform: select one platform with --platform"],
		["linux", "it is built for the builder's own platform: select one platform with --platform"],
		[
			"loong64",
			`pidone is not available for linux/loong64: select from ${pidone.platforms.join(", ")} with --platform`,
		],
	])("is refused with FROM --platform=%s", (platform, reason) => {
		expect(addedLines(`FROM --platform=${platform} alpine\nENTRYPOINT ["a"]\n`, {})).toBe(reason);
	});
});
