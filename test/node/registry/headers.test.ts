import { describe, expect, it } from "vitest";
import { parseChallenges } from "../../../src/node/registry/challenge.ts";
import { parseRetryAfter, retry } from "../../../src/node/registry/retry.ts";
import { cpuTimeOf } from "../../cpu-time.ts";

describe("WWW-Authenticate", () => {
	const read = (text: string) =>
		parseChallenges(text).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

	it.each<[text: string, challenges: unknown]>([
		["", []],
		["Basic", [["basic", {}]]],
		['Basic realm="a, b=\\"c\\""', [["basic", { realm: 'a, b="c"' }]]],
		[
			'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/node:pull"',
			[
				[
					"bearer",
					{
						realm: "https://auth.docker.io/token",
						service: "registry.docker.io",
						scope: "repository:library/node:pull",
					},
				],
			],
		],
		[
			'Negotiate, Basic realm="x", BEARER Realm = y',
			[
				["negotiate", {}],
				["basic", { realm: "x" }],
				["bearer", { realm: "y" }],
			],
		],
		['Bearer realm="unfinished', [["bearer", {}]]],
		['realm="x"', []],
		['Basic realm="x" @@@ Bearer realm="y"', [["basic", { realm: "x" }]]],
	])("%s", (text, challenges) => {
		expect(read(text)).toEqual(challenges);
	});

	it("of any length is read in no time", async () => {
		const parts = ['Basic realm="', "a=", ", ", '\\"', "x ", 'a="b",'];
		const texts = parts.map((part) => `Basic realm="${part.repeat(500_000)}`);
		expect(await cpuTimeOf(() => texts.map(parseChallenges))).toBeLessThan(1000);
	});
});

it.each<[text: string | undefined, expected: number | undefined]>([
	[undefined, undefined],
	["0", 0],
	["120", 120_000],
	["Fri, 27 Nov 2026 14:00:10 GMT", 10_000],
	["Fri, 27 Nov 2026 13:00:00 GMT", 0],
	["-1", undefined],
	["soon", undefined],
	["1e9", undefined],
	["9".repeat(400), undefined],
])("Retry-After: %s", (text, expected) => {
	expect(parseRetryAfter(text, Date.UTC(2026, 10, 27, 14))).toBe(expected);
});

it("waits between attempts double, with jitter", async () => {
	const times: number[] = [];
	const result = await retry(async () => {
		times.push(performance.now());
		return { isTemporary: true, result: times.length };
	}, 40);
	expect(result).toBe(4);
	const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
	waits.forEach((wait, index) => {
		expect(wait).toBeGreaterThan(40 * 2 ** index * 0.45);
	});
});
