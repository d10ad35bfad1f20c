import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { binaryName } from "../../../src/core/install/copy.ts";
import { splitPlatform } from "../../../src/core/platform.ts";
import { rewrite } from "../../../src/index.ts";
import { compileInit } from "../../../src/init/compiler/compile.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { readCreationTime } from "../../../src/init/ship/creation-time.ts";
import { listEmittedFiles } from "../../../src/init/ship/emitted-files.ts";
import { initPlatforms, readBinaries } from "../../../src/node/files/shipped-init.ts";
import { initFolder } from "../../cli/built-cli.ts";

const assembly = join(import.meta.dirname, "../../../src/init/program");
const binaries = [
	{ name: "pidone-linux-amd64", platform: "linux/amd64", bytes: Buffer.from("one") },
	{ name: "pidone-linux-arm64", platform: "linux/arm64", bytes: Buffer.from("two") },
];
const epoch = new Date(0);

function readEmitted(name: string, created: Date = epoch): string {
	return Buffer.from(listEmittedFiles(binaries, created).find((file) => file.name === name)?.bytes ?? []).toString();
}

function sha(algorithm: string, data: string): string {
	return createHash(algorithm).update(data).digest("hex");
}

describe("the built init", () => {
	it("has the same bytes when it is compiled again, in another order", async () => {
		const names = readdirSync(assembly).filter((name) => name.endsWith(".ts"));
		const sources = new Map(names.map((name) => [name, readFileSync(join(assembly, name), "utf8")]));
		for (const { target, elf } of await compileInit("main.ts", sources, new Map(), targets.toReversed())) {
			const built = readFileSync(join(initFolder, `pidone-linux-${target.name}`));
			expect(Buffer.from(elf).equals(built), target.platform).toBe(true);
		}
	});

	it("exists for each platform that a rewrite installs it on", () => {
		expect(targets.map(({ platform }) => platform)).toEqual(initPlatforms);
	});

	it("matches the checksums next to it", () => {
		const sums = initPlatforms.map((platform) => {
			const name = binaryName("pidone", platform);
			return `${createHash("sha256")
				.update(readFileSync(join(initFolder, name)))
				.digest("hex")}  ${name}\n`;
		});
		expect(readFileSync(join(initFolder, "SHA256SUMS"), "utf8")).toBe(sums.join(""));
	});
});

describe("what emit writes", () => {
	it("has the names that a rewrite copies, for one, some and all platforms", () => {
		const names = listEmittedFiles(readBinaries(initPlatforms), epoch).map(({ name }) => name);
		for (const platforms of [
			initPlatforms,
			["linux/amd64", "linux/s390x"],
			...initPlatforms.map((platform) => [platform]),
		]) {
			const { text } = rewrite('FROM debian\nCMD ["x"]\n', { init: "pidone", platforms });
			const copied = /^COPY \.pidone\/(\S+) /m.exec(text)?.[1] ?? "";
			for (const platform of platforms) {
				const { architecture, variant } = splitPlatform(platform);
				const name = copied.replace("${TARGETARCH}", architecture).replace("${TARGETVARIANT}", variant);
				expect(names).toContain(name);
			}
		}
	});

	it("has modes that work in images", () => {
		expect(listEmittedFiles(binaries, epoch).map(({ name, mode }) => [name, mode.toString(8)])).toEqual([
			["pidone-linux-amd64", "755"],
			["pidone-linux-arm64", "755"],
			["SHA256SUMS", "644"],
			["pidone.spdx.json", "644"],
		]);
	});

	it("has checksums in the format of sha256sum", () => {
		expect(readEmitted("SHA256SUMS")).toBe(
			`${sha("sha256", "one")}  pidone-linux-amd64\n${sha("sha256", "two")}  pidone-linux-arm64\n`,
		);
	});
});

describe("the SPDX file", () => {
	/** The fields that are mandatory in SPDX 2.3, and their formats: chapters 6, 7, 8 and 11. */
	const anything = expect.any(String);
	const hex = (length: number): unknown => expect.stringMatching(`^[0-9a-f]{${length}}$`);
	const id = expect.stringMatching(/^SPDXRef-[A-Za-z0-9.-]+$/);
	const license = { licenseConcluded: "Apache-2.0", copyrightText: "NOASSERTION" };
	const file = {
		fileName: expect.stringMatching(/^\.\/pidone-linux-/),
		SPDXID: id,
		fileTypes: ["BINARY"],
		checksums: [
			{ algorithm: "SHA1", checksumValue: hex(40) },
			{ algorithm: "SHA256", checksumValue: hex(64) },
		],
		licenseInfoInFiles: ["Apache-2.0"],
		...license,
	};

	it("has the structure that SPDX 2.3 requires", () => {
		const document = JSON.parse(readEmitted("pidone.spdx.json"));
		expect(document).toEqual({
			spdxVersion: "SPDX-2.3",
			dataLicense: "CC0-1.0",
			SPDXID: "SPDXRef-DOCUMENT",
			name: anything,
			documentNamespace: expect.stringMatching(/^https:\/\/spdx\.org\/spdxdocs\/pidone-[^#]+$/),
			creationInfo: { created: "1970-01-01T00:00:00Z", creators: [expect.stringMatching(/^Tool: pidone-\d/)] },
			packages: [
				{
					SPDXID: id,
					name: "pidone",
					versionInfo: anything,
					downloadLocation: "NOASSERTION",
					filesAnalyzed: true,
					packageVerificationCode: { packageVerificationCodeValue: hex(40) },
					licenseInfoFromFiles: ["Apache-2.0"],
					licenseDeclared: "Apache-2.0",
					primaryPackagePurpose: "APPLICATION",
					...license,
				},
			],
			files: [file, file],
			relationships: [
				{
					spdxElementId: "SPDXRef-DOCUMENT",
					relationshipType: "DESCRIBES",
					relatedSpdxElement: "SPDXRef-Package-pidone",
				},
				...["amd64", "arm64"].map((name) => ({
					spdxElementId: "SPDXRef-Package-pidone",
					relationshipType: "CONTAINS",
					relatedSpdxElement: `SPDXRef-File-pidone-linux-${name}`,
				})),
			],
		});
	});

	it("has the checksums of the files, and the verification code of the package", () => {
		const document = JSON.parse(readEmitted("pidone.spdx.json"));
		const sha1 = [sha("sha1", "one"), sha("sha1", "two")];
		expect(document.files[1].checksums[1].checksumValue).toBe(sha("sha256", "two"));
		expect(
			document.files.map(({ checksums }: { checksums: { checksumValue: string }[] }) => checksums[0]?.checksumValue),
		).toEqual(sha1);
		expect(document.packages[0].packageVerificationCode.packageVerificationCodeValue).toBe(
			sha("sha1", sha1.toSorted().join("")),
		);
	});

	it("is reproducible, and has another namespace if anything differs", () => {
		const text = readEmitted("pidone.spdx.json");
		expect(readEmitted("pidone.spdx.json")).toBe(text);
		const namespaces = [text, readEmitted("pidone.spdx.json", new Date(1000))].map(
			(each) => JSON.parse(each).documentNamespace,
		);
		expect(new Set(namespaces).size).toBe(2);
	});
});

describe("the time of creation", () => {
	it.each([
		[undefined, "1970-01-01T00:00:00.000Z"],
		["", "1970-01-01T00:00:00.000Z"],
		["1700000000", "2023-11-14T22:13:20.000Z"],
		["253402300799", "9999-12-31T23:59:59.000Z"],
	])("is %j as seconds", (text, time) => {
		expect(readCreationTime({ SOURCE_DATE_EPOCH: text }).toISOString()).toBe(time);
	});

	it.each(["now", "-1", "1.5", "1e3", " 1", "253402300800", "0x10"])("refuses %j", (text) => {
		expect(() => readCreationTime({ SOURCE_DATE_EPOCH: text })).toThrow(
			`SOURCE_DATE_EPOCH=${text}: must be a number of seconds since 1970`,
		);
	});
});
