import { expect, it } from "vitest";
import { hasDigest, isDigest } from "../../../src/node/cache/digest.ts";

const SHA256 = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
const SHA512 =
	"sha512:9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043";

it.each([
	[SHA256, true],
	[SHA512, true],
	[SHA256.toUpperCase(), false],
	[SHA256.slice(0, -1), false],
	[`${SHA256}\n`, false],
	["md5:5d41402abc4b2a76b9719d911017c592", false],
	["sha256:../../etc/passwd", false],
	[undefined, false],
])("%s: a digest that can be checked? %s", (value, expected) => {
	expect(isDigest(value)).toBe(expected);
});

it.each([
	["hello", SHA256, true],
	["hello", SHA512, true],
	["hello ", SHA256, false],
	["hello", "md5:5d41402abc4b2a76b9719d911017c592", false],
])("the digest of %j is %.20s: %s", (text, digest, expected) => {
	expect(hasDigest(new TextEncoder().encode(text), digest)).toBe(expected);
});
