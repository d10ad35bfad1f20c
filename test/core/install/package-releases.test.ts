import { describe, expect, it } from "vitest";
import { dumbInit } from "../../../src/core/inits/dumb-init.ts";
import { tini } from "../../../src/core/inits/tini.ts";
import { isArchived, isTooOld } from "../../../src/core/install/package-releases.ts";

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
		["debian:stretch", false],
		["debian:jessie", true],
	])("knows that dumb-init is in older releases than tini: %s", (base, expected) => {
		expect(isTooOld(base, {}, dumbInit)).toBe(expected);
	});

	it("says yes to the name of a repository", () => {
		expect(isTooOld("acme/xenial-app:3", {}, tini)).toBe(true);
	});

	it.each<[string, Parameters<typeof isTooOld>[1]]>([
		["acme/xenial-app:3-bookworm", {}],
		["acme/stretch:jammy", {}],
		["acme/stretch-app:3", { distro: "ubuntu" }],
		["acme/xenial-app:3", { distro: "alpine" }],
	])("trusts the tag and what is known of the image more than the repository's name: %s, %j", (base, image) => {
		expect(isTooOld(base, image, tini)).toBe(false);
	});

	it("says no for an init without packages", () => {
		expect(isTooOld("debian:stretch", {}, {})).toBe(false);
	});
});

describe("isArchived", () => {
	it.each([
		"debian:10",
		"debian:10.13-slim",
		"debian:buster-slim",
		"debian:stretch",
		"node:14-buster",
		"bitnami/node:14-debian-10",
		"ubuntu:14.04",
		"ubuntu:trusty",
		"ubuntu:19.10",
		"ubuntu:24.10",
		"ubuntu:lunar",
		"ubuntu:oracular-20250101",
	])("says yes to %s", (base) => {
		expect(isArchived(base, {})).toBe(true);
	});

	it.each([
		"debian",
		"debian:11",
		"debian:bookworm",
		"debian:1",
		"ubuntu",
		"ubuntu:16.04",
		"ubuntu:bionic",
		"ubuntu:20.04",
		"ubuntu:24.04",
		"ubuntu:25.10",
		"node:10",
		"alpine:3.10",
		"groovy:jdk17",
		"acme/lunar:3",
	])("says no to %s", (base) => {
		expect(isArchived(base, {})).toBe(false);
	});

	it.each<[Parameters<typeof isArchived>[1], boolean]>([
		[{ distro: "debian", files: { version: "10" } }, true],
		[{ distro: "debian", files: { version: "11" } }, false],
		[{ distro: "ubuntu", files: { version: "22.10" } }, true],
		[{ distro: "ubuntu", files: { version: "22.04" } }, false],
		[{ distro: "alpine", files: { version: "3.4" } }, false],
	])("trusts the files of an image more than its name: %j", (image, expected) => {
		expect(isArchived(expected ? "debian:12" : "debian:9", image)).toBe(expected);
	});
});
