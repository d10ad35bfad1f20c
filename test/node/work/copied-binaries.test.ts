import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { readContextFrom } from "../../../src/node/files/context.ts";
import { readBinaries } from "../../../src/node/files/shipped-init.ts";
import { checkCopiedBinaries } from "../../../src/node/work/copied-binaries.ts";

const REWRITTEN = rewrite('FROM debian:12\nCMD ["/x"]\n').text;
const AMD64 = ".pidone/pidone-linux-amd64";
const ARM64 = ".pidone/pidone-linux-arm64";
let context = "";

beforeEach(() => {
	context = mkdtempSync(join(tmpdir(), "pidone-copied-"));
	onTestFinished(() => rmSync(context, { recursive: true }));
	mkdirSync(join(context, ".pidone"));
	for (const { name, bytes } of readBinaries(["linux/amd64", "linux/arm64"]))
		writeFileSync(join(context, ".pidone", name), bytes, { mode: 0o755 });
});

/** Code and message of each finding. */
function check(text: string, options: RewriteOptions = {}): string[] {
	const found = checkCopiedBinaries(
		analyseSource(text, options),
		{ path: "web/Dockerfile", context, emitFor: "web/Dockerfile" },
		{ ...options, ...readContextFrom(context) },
	);
	return found.map(({ code, message }) => `${code}: ${message}`);
}

const git = (...args: string[]): void =>
	void execaSync("git", args, {
		cwd: context,
		env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
	});

describe("the binaries that a Dockerfile copies", () => {
	it("are fine as emit writes them", () => {
		expect(check(REWRITTEN)).toEqual([]);
	});

	it.each<[what: string, change: () => void, expected: RegExp]>([
		[
			"are missing",
			() => rmSync(join(context, ".pidone"), { recursive: true }),
			/^binary-missing: \.pidone\/pidone-linux-amd64 and \.pidone\/pidone-linux-arm64 are not in the build context, .*: run pidone emit --for web\/Dockerfile$/,
		],
		[
			"miss one",
			() => rmSync(join(context, ARM64)),
			/^binary-missing: \.pidone\/pidone-linux-arm64 is not in the build context/,
		],
		[
			"are a folder",
			() => {
				rmSync(join(context, ARM64));
				mkdirSync(join(context, ARM64));
			},
			/^binary-missing: \.pidone\/pidone-linux-arm64 is not in the build context/,
		],
		[
			"are not executable",
			() => chmodSync(join(context, AMD64), 0o644),
			/^binary-missing: \.pidone\/pidone-linux-amd64 is not executable for everybody, .*: run chmod 755 on it$/,
		],
		[
			"are executable for their owner alone",
			() => chmodSync(join(context, AMD64), 0o744),
			/is not executable for everybody/,
		],
		[
			"are for another platform",
			() => copyFileSync(join(context, AMD64), join(context, ARM64)),
			/^binary-missing: \.pidone\/pidone-linux-arm64 is not an executable for linux\/arm64: run pidone emit/,
		],
		[
			"are a pointer of Git LFS",
			() => writeFileSync(join(context, AMD64), "version https://git-lfs.github.com/spec/v1\n"),
			/pidone-linux-amd64 is not an executable for linux\/amd64/,
		],
		[
			"are kept out by .dockerignore",
			() => writeFileSync(join(context, ".dockerignore"), ".*\n"),
			/^context-ignored: \.dockerignore excludes \.pidone\/ from the build context, .*: add the line !\.pidone$/,
		],
		[
			"are kept out by the Dockerfile's own",
			() => writeFileSync(join(context, "Dockerfile.dockerignore"), "*\n"),
			/^context-ignored: Dockerfile\.dockerignore excludes/,
		],
	])("are reported where they %s", (_, change, expected) => {
		change();
		expect(check(REWRITTEN)).toEqual([expect.stringMatching(expected)]);
	});

	it("are looked at for the platforms of the image", () => {
		rmSync(join(context, ARM64));
		expect(check(REWRITTEN, { platforms: ["linux/amd64"] })).toEqual([]);
		expect(check(rewrite('FROM debian:12\nCMD ["/x"]\n', { platforms: ["linux/amd64"] }).text)).toEqual([]);
	});

	it.each([
		[
			"come from elsewhere",
			'FROM debian\nCOPY --from=bins pidone-linux-amd64 /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "/x"]\n',
		],
		["are other files", "FROM debian\nCOPY x-linux-amd64 /x\nCMD x\n"],
	])("do not count where they %s", (_, text) => {
		expect(check(text)).toEqual([]);
	});

	it("may be those of another init, in another folder", () => {
		expect(check('FROM debian\nCOPY ["bin/tini-linux-amd64", "/tini"]\nENTRYPOINT ["/tini", "--", "/x"]\n')).toEqual([
			"binary-missing: bin/tini-linux-amd64 is not in the build context, so the build fails: add the files that their names promise",
		]);
	});

	it("are reported where git ignores them", () => {
		git("init", "--quiet");
		writeFileSync(join(context, ".gitignore"), ".pidone\n");
		expect(check(REWRITTEN)).toEqual([
			expect.stringMatching(
				/^git-ignored: git ignores \.pidone\/pidone-linux-amd64 and \.pidone\/pidone-linux-arm64, /,
			),
		]);
		git("add", "--force", ".");
		expect(check(REWRITTEN)).toEqual([]);
	});

	it("are reported where git has them without the executable bit", () => {
		git("init", "--quiet");
		git("config", "core.fileMode", "false");
		git("add", ".");
		git("update-index", "--chmod=+x", ARM64);
		expect(check(REWRITTEN)).toEqual([
			`binary-missing: git stores ${AMD64} without the executable bit, so a container built from a clone does not start: run git update-index --chmod=+x ${AMD64} in the build context, and commit that`,
		]);
	});
});
