import { describe, expect, it } from "vitest";
import { mergePackageFacts, type PackageFacts } from "../../../src/core/images/package-facts.ts";

const DEBIAN: PackageFacts = { version: "12", hasShell: true, libc: "glibc", packageManager: "apt-get" };

describe("mergePackageFacts", () => {
	it.each<[string, (PackageFacts | undefined)[], PackageFacts | undefined]>([
		["what all platforms have", [DEBIAN, DEBIAN], DEBIAN],
		["what one platform lacks", [DEBIAN, { ...DEBIAN, hasShell: false }], { ...DEBIAN, hasShell: false }],
		[
			"nothing of that in which they differ",
			[
				{ ...DEBIAN, downloader: "curl" },
				{ ...DEBIAN, version: "13", downloader: "wget" },
			],
			{ hasShell: true, libc: "glibc", packageManager: "apt-get" },
		],
		[
			"what one lacks where nothing else is known",
			[undefined, { ...DEBIAN, packageManager: "none" }],
			{ packageManager: "none" },
		],
		["nothing where nothing is known of one", [undefined, DEBIAN], undefined],
		["nothing of nobody", [undefined, undefined], undefined],
	])("gives %s", (_, each, expected) => {
		expect(mergePackageFacts(each)).toEqual(expected);
	});
});
