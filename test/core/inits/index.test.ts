import { describe, expect, it } from "vitest";
import { initNames, inits } from "../../../src/core/inits/index.ts";
import { readInitInvocation } from "../../../src/core/inits/invocation.ts";

describe("inits", () => {
	it("are all named", () => {
		expect(initNames).toEqual(["pidone", "tini", "dumb-init"]);
		expect(Object.keys(inits).toSorted()).toEqual([...initNames].toSorted());
	});

	describe.each(initNames)("%s", (name) => {
		const init = inits[name];

		it("is recognized wherever it is put", () => {
			const files = Object.values(init.release?.packageFiles ?? {});
			const paths = [
				init.path,
				...Object.values(init.packages),
				...files.map(({ path }) => path),
				...(init.pip ? [init.pip.path] : []),
			];
			expect(paths.filter((path) => readInitInvocation([path])?.program !== name || !path.startsWith("/"))).toEqual([]);
		});

		it("has platforms that are written as Docker writes them", () => {
			const platforms = [...init.platforms, ...Object.keys(init.release?.downloads ?? {})];
			expect(platforms.filter((platform) => !/^linux\/[a-z0-9]+(?:\/v\d)?$/.test(platform))).toEqual([]);
			expect(init.platforms).toContain("linux/amd64");
		});

		it("has downloads with a pinned SHA-256 and a version in the URL", () => {
			const files = Object.values(init.release?.packageFiles ?? {});
			const downloads = [init.release?.downloads ?? {}, ...files.map((each) => each.downloads)].flatMap((each) =>
				Object.values(each),
			);
			expect(
				downloads.filter(({ sha256, asset }) => !/^[0-9a-f]{64}$/.test(sha256) || !/^[\w.-]+$/.test(asset)),
			).toEqual([]);
			expect(new Set(downloads.map(({ sha256 }) => sha256)).size).toBe(downloads.length);
			if (init.release !== undefined)
				expect(init.release.url).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w-]+\/releases\/download\/v\d+\.\d+\.\d+$/);
		});
	});

	it("download the static binary of tini for the default platforms", () => {
		expect(inits.tini.release?.downloads["linux/amd64"]?.asset).toBe("tini-static-amd64");
		expect(inits.tini.release?.downloads["linux/arm64"]?.asset).toBe("tini-static-arm64");
	});
});
