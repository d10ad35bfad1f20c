import { describe, expect, it } from "vitest";
import { dumbInit } from "../../../src/core/inits/dumb-init.ts";
import { tini } from "../../../src/core/inits/tini.ts";
import { isTooOld } from "../../../src/core/install/package-releases.ts";

describe("isTooOld", () => {
	it.each([
		"debian:stretch-slim",
		"debian:9",
		"debian:8",
		"ubuntu:18.04",
		"ubuntu:16.04",
		"ubuntu:xenial",
		"python:3.7-stretch",
		"buildpack-deps:jessie",
		"debian:9-slim",
		"nvidia/cuda:10.0-devel-ubuntu16.04",
		"webdevops/php:ubuntu-18.04",
		"webdevops/php:debian-8",
		"gcr.io/google-appengine/debian9",
		"gcr.io/google-appengine/ubuntu1804",
		"jrottenberg/ffmpeg:4.1-ubuntu1804",
	])("says yes to %s", (base) => {
		expect(isTooOld(base, {}, tini)).toBe(true);
	});

	it.each([
		"debian:10",
		"debian:12",
		"debian:bookworm",
		"ubuntu:20.04",
		"ubuntu:22.04",
		"ubuntu",
		"node:18-bookworm",
		"alpine:3.9",
		"webdevops/php:debian-10",
		"nvidia/cuda:12.4.1-devel-ubuntu22.04",
		"gcr.io/google-appengine/ubuntu2204",
		"gcr.io/google-appengine/debian11",
	])("says no to %s", (base) => {
		expect(isTooOld(base, {}, tini)).toBe(false);
	});

	it.each<[Parameters<typeof isTooOld>[1], boolean]>([
		[{ distro: "debian", files: { version: "9" } }, true],
		[{ distro: "debian", files: { version: "10" } }, false],
		[{ distro: "ubuntu", files: { version: "18.04" } }, true],
		[{ distro: "ubuntu", files: { version: "20.04" } }, false],
		[{ distro: "fedora", files: { version: "9" } }, false],
	])("trusts the files of an image more than its name: %j", (image, expected) => {
		expect(isTooOld(expected ? "debian:12" : "debian:9", image, tini)).toBe(expected);
	});

	it.each([
		["ubuntu:18.04", false],
		["ubuntu:bionic", false],
		["ubuntu:16.04", true],
		["debian:stretch", true],
		["debian:buster", false],
	])("knows that dumb-init is in older releases than tini: %s", (base, expected) => {
		expect(isTooOld(base, {}, dumbInit)).toBe(expected);
	});

	it("says no for an init without packages", () => {
		expect(isTooOld("debian:stretch", {}, {})).toBe(false);
	});
});
