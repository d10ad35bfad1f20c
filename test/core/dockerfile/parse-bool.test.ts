import { describe, expect, it } from "vitest";
import { parseBool } from "../../../src/core/dockerfile/parse-bool.ts";

describe("parseBool", () => {
	it.each(["1", "t", "T", "true", "True", "TRUE"])("reads %s as true", (text) => {
		expect(parseBool(text)).toBe(true);
	});

	it.each(["0", "f", "F", "false", "False", "FALSE"])("reads %s as false", (text) => {
		expect(parseBool(text)).toBe(false);
	});

	it.each(["", "tRUE", "yes", "on", " 1", "1\n", "00"])("reads nothing in %j", (text) => {
		expect(parseBool(text)).toBeUndefined();
	});
});
