import { describe, expect, it } from "vitest";
import { foreignFrontend } from "../../../src/core/dockerfile/foreign-frontend.ts";

describe("foreignFrontend", () => {
	it.each([
		["docker/dockerfile", undefined],
		["docker/dockerfile:1", undefined],
		["docker.io/docker/dockerfile:1.7-labs", undefined],
		["docker/dockerfile-upstream:master", undefined],
		["docker/dockerfile@sha256:00", undefined],
		["mirror.example:5000/hub/docker/dockerfile:1", undefined],
		["ghcr.io/acme/pidone/dockerfile:1", undefined],
		["docker/dockerfile:1 --x", undefined],
		["devthefuture/dockerfile-x", "devthefuture/dockerfile-x"],
		["other/frontend:1.2", "other/frontend:1.2"],
		["other/frontend:1 --flag", "other/frontend:1"],
		["mydocker/dockerfile", "mydocker/dockerfile"],
		["localhost:5000/x@sha256:00", "localhost:5000/x@sha256:00"],
	])("knows whose %s is", (syntax, expected) => {
		expect(foreignFrontend(`# syntax=${syntax}\nFROM a\n`)).toBe(expected);
	});

	it.each([
		"// syntax=other/frontend\nx",
		"// escape=\\\n//syntax = other/frontend\n",
		"#!/usr/bin/env x\n# syntax=other/frontend\nFROM a\n",
		"#!/usr/bin/env x\n// syntax=other/frontend\n",
		'{"syntax": "other/frontend", "x": [1]}',
		"\ufeff// syntax=other/frontend\n",
	])("reads the directive in %j as BuildKit does", (source) => {
		expect(foreignFrontend(source)).toBe("other/frontend");
	});

	it.each([
		"FROM a\n",
		"x\n// syntax=other/frontend\n",
		"{x",
		'{"syntax": 1}',
		"# escape=x\n# syntax=other/frontend\n",
		"\n# syntax=other/frontend\nFROM a\n",
	])("finds none in %j", (source) => {
		expect(foreignFrontend(source)).toBeUndefined();
	});
});
