import { describe, expect, it } from "vitest";
import { type Decision, decide } from "../../../src/core/rewrite/decide.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { lastStage, read } from "./helpers.ts";

function decideLast(source: string, options: RewriteOptions = {}, coveredBy?: string): Decision {
	const file = read(source, options);
	return decide(lastStage(file), {
		...file.commands.of(lastStage(file)),
		options,
		escape: file.dockerfile.directives.escape,
		coveredBy,
		cmdReplacedBy: undefined,
		inheritsOwnCommand: false,
	});
}

function planOf(decision: Decision): Record<string, unknown> {
	if (decision.code !== "rewritten") throw new Error(`${decision.code}: ${decision.message}`);
	const {
		instruction: _,
		above,
		exec,
		...plan
	} = {
		instruction: undefined,
		above: undefined,
		exec: false,
		...decision.plan,
	};
	return { ...plan, ...(above === undefined ? {} : { above: above.keyword }), ...(exec ? { exec } : {}) };
}

describe("an init that no rewrite has added", () => {
	const source = 'FROM alpine\nENTRYPOINT ["/sbin/pidone", "--grace=5", "--", "a"]';
	const orphans = ["--kill-orphans", "php*"];

	it.each<[readonly string[], string]>([
		[["--grace", "5"], "/sbin/pidone runs as PID 1"],
		[
			["--grace", "5", "-g", ...orphans],
			"/sbin/pidone runs as PID 1, without -g --kill-orphans php*: a rewrite changes only an init that it has added itself, so write the options there",
		],
	])("and lacks some of %j is reported with them", (initOptions, message) => {
		for (const replace of [false, true])
			expect(decideLast(source, { initOptions, replace })).toEqual({ code: "already-init", message });
	});

	it("is not expected to have the options of another", () => {
		const message = "/sbin/pidone runs as PID 1";
		expect(decideLast(source, { init: "tini", initOptions: ["-g"] })).toEqual({ code: "already-init", message });
	});
});

describe("decide", () => {
	it.each<[string, Record<string, unknown>, RewriteOptions?]>([
		['FROM alpine\nENTRYPOINT ["a"]', { kind: "wrap-exec", group: false }],
		["FROM alpine\nENTRYPOINT []", { kind: "wrap-exec", group: false }],
		["FROM alpine\nENTRYPOINT []\nCMD a", { kind: "wrap-exec", group: true }],
		["FROM alpine\nENTRYPOINT a", { kind: "wrap-shell", shell: ["/bin/sh", "-c"] }],
		[
			'FROM alpine\nSHELL ["x"]\nENTRYPOINT a',
			{ kind: "wrap-shell", shell: ["/bin/sh", "-c"] },
			{ commandShell: ["/bin/sh", "-c"] },
		],
		["FROM alpine\nENTRYPOINT a", { kind: "wrap-shell", shell: ["/bin/sh", "-c"], exec: true }, { exec: true }],
		['FROM alpine\nSHELL ["/bin/ash", "-c"]\nENTRYPOINT a', { kind: "wrap-shell", shell: ["/bin/ash", "-c"] }],
		['FROM alpine\nCMD ["a"]', { kind: "insert", entrypoint: [], group: false, above: "CMD" }],
		["FROM alpine\nCMD a", { kind: "insert", entrypoint: [], group: true, above: "CMD" }],
		["FROM alpine\nCMD a", { kind: "insert", entrypoint: [], group: false, above: "CMD", exec: true }, { exec: true }],
		['FROM node:22\nCMD ["a"]', { kind: "insert", entrypoint: ["docker-entrypoint.sh"], group: false, above: "CMD" }],
		[
			"FROM node:22",
			{ kind: "append", entrypoint: ["docker-entrypoint.sh"], cmd: ["node"], group: false },
			{ inherited: true },
		],
		['FROM alpine\nENTRYPOINT ["tini", "--", "a"]', { kind: "replace" }, { replace: true }],
		['FROM alpine\nCMD ["tini", "--", "a"]', { kind: "replace" }, { replace: true }],
		['FROM acme/x\nENTRYPOINT ["a"]', { kind: "wrap-exec", group: false }],
	])("%j is rewritten", (source, expected, options) => {
		expect(planOf(decideLast(source, options))).toEqual(expected);
	});

	it.each<[string, string, RewriteOptions?]>([
		['FROM acme/x\nCMD ["a"]', "unknown-base"],
		["FROM acme/x\nENTRYPOINT a", "unknown-base"],
		['FROM alpine\nENTRYPOINT ["tini", "--", "a"]', "already-init"],
		['FROM alpine\nENTRYPOINT ["/sbin/pidone", "--", "a"]', "already-init", { replace: true }],
		["FROM alpine\nENTRYPOINT exec dumb-init a", "already-init"],
		['FROM jenkins/jenkins:lts\nCMD ["a"]', "cannot-replace", { replace: true }],
		['FROM alpine\nENTRYPOINT ["/init"]', "must-be-pid1"],
		['FROM alpine\nCMD ["/sbin/init"]', "must-be-pid1"],
		['FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nENTRYPOINT ["a"]', "windows"],
		["FROM node:22", "inherited-command"],
		["FROM scratch", "no-command"],
		["FROM frolvlad/alpine-glibc", "unknown-base"],
	])("%j is not: %s", (source, code, options) => {
		expect(decideLast(source, options).code).toBe(code);
	});

	it.each([
		["#!/sbin/tini /bin/sh\n", {}, "the first line of its script starts /sbin/tini"],
		["#!/usr/bin/env -S tini -g -- sh\n", {}, "the first line of its script starts tini"],
		["#!/sbin/tini /bin/sh\n", { replace: true }, "the first line of its script starts /sbin/tini: change it there"],
		["#!/bin/sh\nexec tini a\n", { replace: true }, "its script, at e:2, starts tini: change it there"],
	])("says where a script that begins with %j starts an init", (text, options, message) => {
		const readContextFile = (path: string): string | undefined => (path === "e" ? text : undefined);
		const source = 'FROM alpine\nCOPY e /\nENTRYPOINT ["/e"]';
		expect(decideLast(source, { ...options, readContextFile })).toMatchObject({ message });
	});

	it.each([
		[
			"#!/bin/sh\nsetup\n",
			{},
			"unknown-command",
			"tini is a script here, and not the init of that name: give it another name",
		],
		["#!/bin/sh\nsetup\n", { replace: true }, "unknown-command", "tini is a script here"],
		["#!/usr/bin/python3\n", { replace: true }, "unknown-command", "tini is a script here"],
		["#!/bin/sh\nexec dumb-init a\n", {}, "already-init", "its script, at tini:2, starts dumb-init"],
		["\u007fELF", {}, "already-init", "tini runs as PID 1"],
		["version https://git-lfs.github.com/spec/v1\n", {}, "already-init", "tini runs as PID 1"],
	])("does not take a script %j called tini for tini (%j)", (text, options, code, message) => {
		const readContextFile = (path: string): string | undefined => (path === "tini" ? text : undefined);
		const source = 'FROM alpine\nCOPY tini /sbin/\nENTRYPOINT ["tini", "--"]\nCMD ["a"]';
		const decision = decideLast(source, { ...options, readContextFile });
		expect(decision).toMatchObject({ code, message: expect.stringContaining(message) });
	});

	describe("on a base whose SHELL is not known", () => {
		const bases = [{ images: ["acme/x"], entrypoint: ["/e"], shell: "varies", source: "test" }] as const;

		it.each<[string, Record<string, unknown>]>([
			['CMD ["a"]', { kind: "insert", entrypoint: ["/e"], group: false, above: "CMD" }],
			['ENTRYPOINT ["a"]', { kind: "wrap-exec", group: false }],
			['SHELL ["/bin/sh", "-c"]\nENTRYPOINT a', { kind: "wrap-shell", shell: ["/bin/sh", "-c"] }],
			['SHELL ["/bin/sh", "-c"]\nCMD a', { kind: "insert", entrypoint: ["/e"], group: true, above: "CMD" }],
		])("%j is rewritten", (instructions, expected) => {
			expect(planOf(decideLast(`FROM acme/x\n${instructions}`, { bases }))).toEqual(expected);
		});

		it.each(["ENTRYPOINT a", "CMD a", 'CMD a\nSHELL ["/bin/sh", "-c"]'])("%j is not, and says why", (instructions) => {
			expect(decideLast(`FROM acme/x\n${instructions}`, { bases })).toEqual({
				code: "unknown-base",
				message: expect.stringMatching(/^pidone does not know the SHELL of acme\/x, which its shell form runs in: /),
			});
		});
	});

	it("says why those who were asked know no more of a SHELL", () => {
		const images = {
			"apify/actor-python": { "linux/amd64": { kind: "part", reason: "the registry is down" } },
		} as const;
		const options = { images, platforms: ["linux/amd64"] };
		expect(decideLast("FROM apify/actor-python\nENTRYPOINT a", options)).toEqual({
			code: "unknown-base",
			message: expect.stringMatching(
				/runs in, as the registry is down: write it in exec form, or set SHELL before it$/,
			),
		});
	});

	it("leaves a stage alone that inherits an init", () => {
		expect(decideLast('FROM alpine\nCMD ["a"]', {}, "base")).toEqual({
			code: "inherits-init",
			message: "inherits the init of the stage base",
		});
	});

	it("edits an ENTRYPOINT of its own whatever the stage inherits", () => {
		expect(decideLast('FROM alpine\nENTRYPOINT ["a"]', {}, "base").code).toBe("rewritten");
	});

	it("names what would make an unknown base known", () => {
		const decision = decideLast('ARG BASE\nFROM $BASE\nCMD ["a"]');
		expect(decision).toMatchObject({ code: "unknown-base", message: expect.stringContaining("--build-arg BASE=…") });
	});
});
