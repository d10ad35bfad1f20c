import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check/check.ts";
import { isOwnFrontend } from "../../../src/core/rewrite/own-frontend.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

const SYNTAX = "# syntax=registry.example.org/pidone/dockerfile:1\n";

describe("pidone's frontend", () => {
	it.each([
		"pidone/dockerfile",
		"pidone/dockerfile:1",
		"docker.io/acme/pidone/dockerfile:1.2",
		"localhost:5000/pidone/dockerfile@sha256:abc",
		"ghcr.io/a/b/pidone/dockerfile:1@sha256:abc words",
	])("is %s", (syntax) => {
		expect(isOwnFrontend(syntax)).toBe(true);
	});

	it.each([
		undefined,
		"",
		"docker/dockerfile:1",
		"acme/pidone/dockerfiles:1",
		"notpidone/dockerfile:1",
		"a@pidone/dockerfile",
		"x pidone/dockerfile:1",
		"pidone/dockerfile/x",
	])("is not %s", (syntax) => {
		expect(isOwnFrontend(syntax)).toBe(false);
	});
});

describe("a file that names it", () => {
	it.each([
		["a CMD", "FROM node:22-slim\nCMD server\n", ["frontend-init"]],
		["an ENTRYPOINT", 'FROM debian\nENTRYPOINT ["x"]\n', ["frontend-init"]],
		["an unknown base, which the frontend knows", "FROM acme/x\nCMD x\n", ["frontend-init"]],
		["stages on one another", "FROM debian AS a\nENTRYPOINT x\nFROM a\nRUN y\n", ["frontend-init", "inherits-init"]],
		["ONBUILD", "FROM debian\nONBUILD CMD x\n", ["frontend-init"]],
		["--init", "FROM debian\nCMD --init x\n", ["frontend-init"]],
		["--init on an unknown base", "FROM acme/x\nCMD --init x\n", ["frontend-init"]],
		[
			"an init of its own",
			'FROM alpine\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--", "x"]\n',
			["already-init"],
		],
		["no command", "FROM scratch\nCOPY a b\n", ["no-command"]],
		["a program that must be PID 1", 'FROM debian\nCMD ["/sbin/init"]\n', ["must-be-pid1"]],
	])("with %s is left as it is, and says why", (_, text, codes) => {
		const { isChanged, outcomes } = rewrite(SYNTAX + text);
		expect(isChanged).toBe(false);
		expect(outcomes.map(({ code }) => code)).toEqual(codes);
	});

	it("has no findings that the frontend mends, and keeps the others", () => {
		expect(check(`${SYNTAX}FROM node:22-slim\nCMD ["node", "server.js"]\n`).findings).toEqual([]);
		expect(
			check(`${SYNTAX}FROM node:22-slim\nCMD --init node server.js\n`).findings.map(({ code }) => code),
		).not.toContain("init-flag");
		expect(check(`${SYNTAX}FROM node:22-slim\nCMD ["npm", "start"]\n`).findings.map(({ code }) => code)).toEqual([
			"package-manager-pid1",
		]);
		expect(check(`FROM node:22-slim\nCMD ["node", "server.js"]\n`).findings.map(({ code }) => code)).toEqual([
			"rewritten",
		]);
	});

	it("is rewritten where that is asked for, and by the frontend itself", () => {
		const text = `${SYNTAX}FROM debian\nCMD ["x"]\n`;
		expect(rewrite(text, { evenWithFrontend: true }).isChanged).toBe(true);
		expect(rewrite(text, { keepLines: true }).isChanged).toBe(true);
	});
});
