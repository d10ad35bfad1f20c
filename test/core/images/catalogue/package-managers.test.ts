import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

describe("the built-in catalogue knows the package manager of", () => {
	it.each([
		["rockylinux:9-minimal", "rockylinux"],
		["rockylinux/rockylinux:8.9-minimal", "rockylinux"],
		["almalinux:9-minimal", "almalinux"],
		["almalinux:10.2-minimal-20260602", "almalinux"],
		["almalinux/10-kitten-minimal", "almalinux"],
		["oraclelinux:8-slim", "oraclelinux"],
		["openjdk", "oraclelinux"],
		["openjdk:15.0.2", "oraclelinux"],
		["openjdk:17-jdk", "oraclelinux"],
		["openjdk:21-oracle", "oraclelinux"],
		["openjdk:18-jdk-oraclelinux8", "oraclelinux"],
	])("%s: %s with microdnf", (image, distro) => {
		expect(find(image)).toMatchObject({ distro, files: { packageManager: "microdnf" } });
	});

	it.each([
		["openjdk:21", "8"],
		["openjdk:22-jdk", "9"],
		["openjdk:26-ea-22-oraclelinux9", "9"],
	])("%s: of release %s", (image, version) => {
		expect(find(image)?.files).toMatchObject({ version });
	});

	// On release 7, it is yum. Which of the others have curl, which an install by download needs, is not known.
	it.each([
		"openjdk:13",
		"openjdk:14.0.1",
		"openjdk:17-oraclelinux7",
		"openjdk:16-ea-7",
		"almalinux:8-minimal",
		"oraclelinux:10-slim",
		"amazonlinux:2023-minimal",
		"cgr.dev/chainguard/node",
		"n8nio/n8n",
		"n8nio/n8n:1.123.4",
	])("no distribution of %s", (image) => {
		expect(find(image)).toBeDefined();
		expect(find(image)?.distro).toBeUndefined();
	});

	it.each([
		["openjdk:17-alpine", "alpine"],
		["openjdk:17-jdk-slim", "debian"],
		["openjdk:11", "debian"],
		["rockylinux:9", "rockylinux"],
		["almalinux:9", "almalinux"],
		["quay.io/almalinuxorg/almalinux:9", "almalinux"],
		["oraclelinux:9", "oraclelinux"],
		["oraclelinux:7-slim", "oraclelinux"],
		["n8nio/n8n:1.45.0", "alpine"],
		["cgr.dev/chainguard/node:latest-dev", "wolfi"],
		["cgr.dev/chainguard/glibc-dynamic:latest-dev", "wolfi"],
	])("%s: that of %s", (image, distro) => {
		expect(find(image)?.distro).toBe(distro);
		expect(find(image)?.files?.packageManager).toBeUndefined();
	});

	it.each(["almalinux:9-micro", "almalinux/8-micro", "quay.io/almalinuxorg/10-micro"])("%s: none", (image) => {
		expect(find(image)).toMatchObject({ cmd: ["/bin/sh"], distro: "other" });
	});
});
