import { describe, expect, it } from "vitest";
import { flatMap } from "../../src/core/flat-map.ts";

describe("flatMap", () => {
	it.each<[name: string, read: (value: number, index: number, values: readonly number[]) => unknown]>([
		["single values", (value) => value + 1],
		["lists, empty ones too", (value) => Array.from({ length: value }, () => value)],
		["lists of lists, which stay", (value) => [[value], []]],
		["undefined", () => undefined],
		["places and all values", (_, index, values) => [index, values.length]],
	])("makes of %s what JavaScript's own makes", (_, read) => {
		const values = [3, 0, 2];
		expect(flatMap(values, read)).toEqual(values.flatMap(read));
	});
});
