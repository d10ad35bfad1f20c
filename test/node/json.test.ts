import { describe, expect, it } from "vitest";
import {
	isObject,
	objectEntries,
	parseInspection,
	parseJson,
	parseObject,
	textEntries,
	textOf,
	textsOf,
} from "../../src/node/json.ts";

describe("JSON that a builder prints", () => {
	const others = [null, undefined, 1, "x", true, []];

	it("has objects", () => {
		expect(isObject({})).toBe(true);
		expect(others.filter(isObject)).toEqual([]);
		expect(objectEntries({ a: { b: 1 }, c: null, d: [], e: "x" })).toEqual([["a", { b: 1 }]]);
		expect(others.flatMap(objectEntries)).toEqual([]);
	});

	it("has texts", () => {
		expect(textEntries({ a: "x", b: "", c: null, d: 1 }, (text) => `${text}!`)).toEqual({ a: "x!", b: "!" });
		expect(others.map((value) => textEntries(value))).toEqual(others.map(() => ({})));
		expect(["a", "", 1, null, {}].map(textOf)).toEqual(["a", undefined, undefined, undefined, undefined]);
		expect(textsOf(["a", 1, null, "b"])).toEqual(["a", "b"]);
		expect(others.flatMap(textsOf)).toEqual([]);
	});

	it("is read, or is something else", () => {
		expect(["[1]", "", "{"].map(parseJson)).toEqual([[1], undefined, undefined]);
		expect(['{"a": 1}', "[1]", "null", "{"].map(parseObject)).toEqual([{ a: 1 }, undefined, undefined, undefined]);
		expect(['{"a": 1}', '[{"a": 1}, {}]', "[]", "1", "{"].map(parseInspection)).toEqual([
			{ a: 1 },
			{ a: 1 },
			undefined,
			undefined,
			undefined,
		]);
	});
});
