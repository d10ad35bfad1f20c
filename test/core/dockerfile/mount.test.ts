import { describe, expect, it } from "vitest";
import { findMountMistake, readMountFields } from "../../../src/core/dockerfile/mount.ts";

describe("readMountFields", () => {
	it.each<[value: string, fields: readonly string[] | undefined]>([
		["type=cache,target=/x", ["type=cache", "target=/x"]],
		['type=bind,"source=a,b",target=/x', ["type=bind", "source=a,b", "target=/x"]],
		['"id=a""b"', ['id=a"b']],
		['type=cache,target="/x"', undefined],
		['"type=cache', undefined],
	])("reads %s as CSV", (value, fields) => {
		expect(readMountFields(value)).toEqual(fields);
	});
});

describe("findMountMistake", () => {
	const expand = (text: string): string | undefined => (text.includes("$") ? undefined : text);

	it.each(["type=cache", "TYPE=Secret", "type=$T", "sharing=locked", "ro", "required", "target=/x"])(
		"accepts %s",
		(field) => {
			expect(findMountMistake(field, expand)).toBeUndefined();
		},
	);

	it.each(["type=cash", "sharing=no", "/x", "to=/x"])("refuses %s", (field) => {
		expect(findMountMistake(field, expand)).toMatch(/^--mount: /);
	});
});
