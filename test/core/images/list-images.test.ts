import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/core/images/catalogue.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";
import { describeFacts } from "../../../src/core/images/describe-facts.ts";
import { toFacts } from "../../../src/core/images/facts.ts";
import { listImages } from "../../../src/core/images/list-images.ts";

const rows: readonly CatalogueEntry[] = [
	{ images: ["app", "acme/app"], tags: ["1"], cmd: ["one"], source: "one" },
	{ images: ["app"], cmd: "varies", distro: { "*alpine*": "alpine" }, source: "other" },
	{ images: ["acme/*"], entrypoint: ["/init"], source: "glob" },
];

/** What is listed, in a few words each. */
function list(pattern?: string): string[] {
	return listImages(catalogueOf(rows), pattern).map(
		({ images, tags, facts }) => `${images}:${tags ?? "*"} ${facts.source}`,
	);
}

describe("listImages", () => {
	it.each<readonly [string | undefined, readonly string[]]>([
		[undefined, ["app,acme/app:1 one", "app:* other", "acme/*:* glob"]],
		["app", ["app:1 one", "app:* other"]],
		["docker.io/library/app", ["app:1 one", "app:* other"]],
		["app:1", ["app:1 one"]],
		["app:2-alpine", ["app:2-alpine other"]],
		["acme/app", ["acme/app:1 one", "acme/*:* glob"]],
		["acme/app:2", ["acme/app:2 glob"]],
		["acme/*", ["acme/app:1 one", "acme/*:* glob"]],
		["a*", ["app:1 one", "app:* other"]],
		[`acme/x@sha256:${"0".repeat(64)}`, ["acme/x:* glob"]],
		["other", []],
		["app:", ["app:1 one", "app:* other"]],
	])("of %s gives %j", (pattern, expected) => {
		expect(list(pattern)).toEqual(expected);
	});

	it("finds the distribution of a tag", () => {
		expect(listImages(catalogueOf(rows), "app:2-alpine")[0]?.facts.distro).toBe("alpine");
	});
});

describe("describeFacts", () => {
	it.each<readonly [CatalogueEntry, string]>([
		[{ images: ["a"], source: "s" }, "ENTRYPOINT none, CMD none, user root, stop signal SIGTERM"],
		[
			{ images: ["a"], entrypoint: ["/e"], cmd: "varies", user: "u", shell: ["/bin/bash", "-c"], source: "s" },
			'ENTRYPOINT ["/e"], CMD not known, user u, shell ["/bin/bash","-c"], stop signal SIGTERM',
		],
		[
			{ images: ["a"], shell: "varies", source: "s" },
			"ENTRYPOINT none, CMD none, user root, shell not known, stop signal SIGTERM",
		],
	])("of %j", (row, expected) => {
		expect(describeFacts(toFacts(row, undefined))).toBe(expected);
	});
});
