import { describe, expect, it } from "vitest";
import { findReferenceMistake } from "../../../src/core/dockerfile/reference-mistake.ts";

const SHA256 = `sha256:${"0f".repeat(32)}`;

describe("findReferenceMistake", () => {
	it.each([
		"alpine",
		"alpine:3.20",
		"node:22-alpine",
		"alpine:UPPER_case.1-x",
		`alpine@${SHA256}`,
		`alpine:3.20@${SHA256}`,
		`alpine@sha512:${"0f".repeat(64)}`,
		"acme/app",
		"acme/app/part:1",
		"localhost/app",
		"localhost:5000/app",
		"LOCALDOMAIN/app",
		"Acme/app",
		"docker.io/alpine",
		"index.docker.io/library/alpine",
		"ghcr.io/acme/app",
		"my_registry.local/app",
		"my-registry--x:5000/app:1",
		"[fc00::1]:5000/app",
		"127.0.0.1:5000/app",
		"192.168.0.1",
		"a.b_c__d---e",
		`docker.io/${"0f".repeat(32)}`,
		`${"a/".repeat(127)}a`,
		`localhost/${"a".repeat(255)}`,
		`alpine:${"t".repeat(128)}`,
	])("accepts %s", (text) => {
		expect(findReferenceMistake(text)).toBeUndefined();
	});

	it.each([
		["gcr.io//x", "a part between its slashes is empty"],
		["gcr.io/", "a part between its slashes is empty"],
		["/app:1", "a part between its slashes is empty"],
		["docker///docker", "a part between its slashes is empty"],
		["docker.io/", "a part between its slashes is empty"],
		["golang@1.15", "what follows @ must be a digest, such as sha256:… with 64 digits: for a tag write :1.15"],
		["golang@latest", "what follows @ must be a digest, such as sha256:… with 64 digits: for a tag write :latest"],
		["golang@sha256:abc", "what follows @ must be a digest, such as sha256:… with 64 digits"],
		[`golang@sha256:${"0".repeat(63)}`, "its sha256 digest has 63 digits instead of 64"],
		[`golang@md5:${"0".repeat(32)}`, "md5 is not a digest that BuildKit knows: use sha256, sha384 or sha512"],
		[
			`golang@constructor:${"0".repeat(32)}`,
			"constructor is not a digest that BuildKit knows: use sha256, sha384 or sha512",
		],
		[`golang:1@sha256:${"F".repeat(64)}`, "the digits of its digest must be in lower case"],
		["Alpine", "upper case is not allowed in Alpine: write alpine"],
		["Alpine:3", "upper case is not allowed in Alpine: write alpine"],
		["acme/App:1", "upper case is not allowed in acme/App: write acme/app"],
		["ghcr.io/Acme/app", "upper case is not allowed in Acme/app: write acme/app"],
		["alpine:", "the tag after its colon is empty"],
		["alpine:-x", "its tag -x must consist of letters, digits and _ . -, and not begin with . or -"],
		["alpine:3:20", "its tag 3:20 must consist of letters, digits and _ . -, and not begin with . or -"],
		["alpine:{{tag}}", "its tag {{tag}} must consist of letters, digits and _ . -, and not begin with . or -"],
		[`alpine:${"t".repeat(129)}`, "its tag has 129 characters, and 128 are allowed"],
		[`localhost/${"a".repeat(256)}`, "its path has 256 characters, and 255 are allowed"],
		["0f".repeat(32), "it is an image ID, and a build needs a name"],
		["https://gcr.io/x", "a name begins with the registry: remove https://"],
		["alpine 3", "a name cannot contain blanks"],
		["-alpine", "its parts must consist of a-z and 0-9, with single separators (. _ __ -) between them"],
		["dock..er/docker", "its parts must consist of a-z and 0-9, with single separators (. _ __ -) between them"],
		["al___pine", "its parts must consist of a-z and 0-9, with single separators (. _ __ -) between them"],
		["[fc00::1]", "its tag :1] must consist of letters, digits and _ . -, and not begin with . or -"],
		["caf\u00e9", "its parts must consist of a-z and 0-9, with single separators (. _ __ -) between them"],
	])("refuses %s", (text, message) => {
		expect(findReferenceMistake(text)).toBe(message);
	});

	it("looks at a long name in no time", () => {
		for (const text of [
			`${"a-".repeat(30_000)}/`,
			`${"a.".repeat(30_000)}:x`,
			`x:${"a".repeat(60_000)}!`,
			"a/".repeat(30_000),
		])
			expect(findReferenceMistake(text)).toEqual(expect.any(String));
	});
});
