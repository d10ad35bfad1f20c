import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import { findPackageRun, isTooOld } from "../../../src/core/install/package-managers.ts";

function read(text: string) {
	return scanDockerfile(text).instructions;
}

describe("findPackageRun", () => {
	it.each([
		["RUN apk add b", "apk"],
		["RUN apk --no-cache add b", "apk"],
		["RUN apk update && apk upgrade", "apk"],
		["RUN apt-get install -y b", "apt-get"],
		["RUN apt-get -qq -y install b", "apt-get"],
		["RUN apt install b", "apt-get"],
		["RUN apt-get update", "apt-get"],
		["RUN set -eux; apt-get update; apt-get install -y b", "apt-get"],
		["RUN a && \\\n    apt-get update", "apt-get"],
		["RUN (apt-get update)", "apt-get"],
		["RUN sudo apt-get update", "apt-get"],
		["RUN retry apt-get update", "apt-get"],
		['RUN ["apt-get", "update"]', "apt-get"],
		['RUN ["sh", "-c", "a; apt-get update"]', "apt-get"],
		["RUN <<E\na\napt-get update\nE", "apt-get"],
		["RUN <<-'E'\n\ta &&\n\tapt-get update\n\tE", "apt-get"],
		["RUN bash -e <<E\napk add b\nE", "apk"],
		["RUN DEBIAN_FRONTEND=noninteractive apt-get install -y b", "apt-get"],
		["RUN --mount=type=cache,target=/var/cache/apt apt-get update", "apt-get"],
		["RUN dnf install -y b", "dnf"],
		["RUN dnf -y update", "dnf"],
		["RUN dnf5 install b", "dnf"],
		["RUN yum -y install b", "yum"],
		["RUN yum localinstall -y b.rpm", "yum"],
		["RUN microdnf install b", "microdnf"],
		["RUN tdnf install -y b", "tdnf"],
		["RUN zypper --non-interactive install b", "zypper"],
		["RUN zypper in b", "zypper"],
		["RUN zypper -n ref", "zypper"],
	])("recognizes %j as %s", (text, manager) => {
		expect(findPackageRun(read(text), text)?.manager).toBe(manager);
	});

	it.each([
		"RUN echo apk",
		'RUN echo "then run apt-get install b"',
		"RUN echo apt-get install b",
		"RUN <<E cat > /a\napt-get install b\nE",
		"COPY <<E /a\napt-get install b\nE",
		"RUN apk --version",
		"RUN rm -rf /var/lib/apt/lists/*",
		"RUN apt-get clean",
		"RUN apt-key add b",
		"RUN dnf clean all",
		"RUN myapk add b",
		"RUN pip install b",
		"COPY apk add",
		"CMD apk add b",
		"RUN snapk add b",
	])("recognizes none in %j", (text) => {
		expect(findPackageRun(read(text), text)).toBeUndefined();
	});

	it("takes the first RUN, or the first of a manager that is named", () => {
		const text = "RUN a\nRUN yum install b\nRUN microdnf install c\nRUN yum update";
		const instructions = read(text);
		expect(findPackageRun(instructions, text)).toMatchObject({ manager: "yum", run: { line: 2 } });
		expect(findPackageRun(instructions, text, "microdnf")).toMatchObject({ manager: "microdnf", run: { line: 3 } });
		expect(findPackageRun(instructions, text, "apk")).toBeUndefined();
	});
});

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
		expect(isTooOld(base, {})).toBe(true);
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
		expect(isTooOld(base, {})).toBe(false);
	});

	it.each<[Parameters<typeof isTooOld>[1], boolean]>([
		[{ distro: "debian", files: { version: "9" } }, true],
		[{ distro: "debian", files: { version: "10" } }, false],
		[{ distro: "ubuntu", files: { version: "18.04" } }, true],
		[{ distro: "ubuntu", files: { version: "20.04" } }, false],
		[{ distro: "fedora", files: { version: "9" } }, false],
	])("trusts the files of an image more than its name: %j", (image, expected) => {
		expect(isTooOld(expected ? "debian:12" : "debian:9", image)).toBe(expected);
	});
});
