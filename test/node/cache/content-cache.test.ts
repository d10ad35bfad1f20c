import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ContentCache } from "../../../src/node/cache/content-cache.ts";
import { digestOf, startRegistry } from "../registry/helpers/registry.ts";
import { makeHome, makeSource } from "../registry/helpers/source.ts";

const TEXT = '{"config": {}}';
const BYTES = Buffer.from(TEXT);
const DIGEST = digestOf(TEXT);
const [, HEX = ""] = DIGEST.split(":");

describe("what is kept", () => {
	it("is read again, by nobody else", async () => {
		const folder = join(makeHome(), "a/b");
		await new ContentCache(folder).write(DIGEST, BYTES);
		expect(await new ContentCache(folder).read(DIGEST, 100)).toEqual(BYTES);
		const path = join(folder, "sha256", HEX);
		expect(statSync(path).mode & 0o077).toBe(0);
		expect(statSync(join(folder, "sha256")).mode & 0o077).toBe(0);
		expect(readdirSync(join(folder, "sha256"))).toEqual([HEX]);
	});

	it.each<[what: string, spoil: (path: string) => void]>([
		["truncated", (path) => truncateSync(path, 5)],
		["empty", (path) => truncateSync(path, 0)],
		["edited", (path) => writeFileSync(path, TEXT.replace("config", "gotcha"))],
		["far too long", (path) => truncateSync(path, 2 ** 40)],
	])("is dropped when it is %s", async (_, spoil) => {
		const folder = makeHome();
		const cache = new ContentCache(folder);
		await cache.write(DIGEST, BYTES);
		const path = join(folder, "sha256", HEX);
		spoil(path);
		expect(await cache.read(DIGEST, 1000)).toBeUndefined();
		expect(existsSync(path)).toBe(false);
		await cache.write(DIGEST, BYTES);
		expect(await cache.read(DIGEST, 1000)).toEqual(BYTES);
	});

	it("makes room for more by what is oldest, and not by what is not its own", async () => {
		const folder = makeHome();
		const texts = Array.from({ length: 10 }, (_, age) => `{"age": ${age}}`);
		for (const [age, text] of texts.entries()) {
			await new ContentCache(folder).write(digestOf(text), Buffer.from(text));
			const path = join(folder, ...digestOf(text).split(":"));
			utimesSync(path, 1_000_000 - age, 1_000_000 - age);
		}
		mkdirSync(join(folder, "sha256", "kept"));
		await new ContentCache(folder, 8 * 4096).write(DIGEST, BYTES);
		const cache = new ContentCache(folder);
		const left = await Promise.all(texts.map(async (text) => (await cache.read(digestOf(text), 100)) !== undefined));
		expect(left).toEqual([true, true, true, true, true, true, false, false, false, false]);
		expect(await cache.read(DIGEST, 100)).toEqual(BYTES);
		expect(existsSync(join(folder, "sha256", "kept"))).toBe(true);
	});

	it("is pruned by several at the same time", async () => {
		const folder = makeHome();
		const texts = Array.from({ length: 40 }, (_, age) => `{"age": ${age}}`);
		for (const text of texts) await new ContentCache(folder).write(digestOf(text), Buffer.from(text));
		await Promise.all(
			["a", "b", "c", "d"].map((text) => new ContentCache(folder, 16 * 4096).write(digestOf(text), Buffer.from(text))),
		);
		const count = readdirSync(join(folder, "sha256")).length;
		expect(count).toBeGreaterThanOrEqual(4);
		expect(count).toBeLessThanOrEqual(16);
	});

	it.each(["sha256:../../../../etc/passwd", "../etc/passwd", "sha256:abc", "md5:d41d8cd98f00b204e9800998ecf8427e"])(
		"is never at %s",
		async (digest) => {
			const home = makeHome();
			const cache = new ContentCache(join(home, "cache"));
			await cache.write(digest, BYTES);
			expect(await cache.read(digest, 100)).toBeUndefined();
			expect(readdirSync(home)).toEqual([]);
		},
	);
});

describe("without a place for it, nothing fails", () => {
	it.each<[what: string, folder: () => string | undefined]>([
		["no home directory", () => undefined],
		["a file in its place", () => join(makeHome({ file: "" }), "file")],
		["a device", () => "/dev/null"],
	])("%s", async (_, folder) => {
		const cache = new ContentCache(folder());
		await cache.write(DIGEST, BYTES);
		expect(await cache.read(DIGEST, 100)).toBeUndefined();
	});

	it("a folder in the place of an entry", async () => {
		const folder = makeHome();
		mkdirSync(join(folder, "sha256", HEX), { recursive: true });
		const cache = new ContentCache(folder);
		await cache.write(DIGEST, BYTES);
		expect(await cache.read(DIGEST, 100)).toBeUndefined();
		expect(readdirSync(join(folder, "sha256"))).toEqual([HEX]);
	});

	it.each<[what: string, environment: () => Record<string, string>]>([
		["no home directory", () => ({ HOME: "" })],
		["a relative one", () => ({ HOME: "", XDG_CACHE_HOME: "relative" })],
		["a file in its place", () => ({ HOME: join(makeHome({ file: "" }), "file") })],
	])("and an image is known all the same: %s", async (_, environment) => {
		const registry = await startRegistry();
		registry.pushImage({ Cmd: ["a"] }, { tag: "1" });
		const source = makeSource(makeHome(), { environment: environment() });
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toMatchObject({ kind: "known" });
		expect(existsSync("relative")).toBe(false);
	});

	it("a home directory that is read-only", async () => {
		const home = makeHome();
		chmodSync(home, 0o555);
		await asOrdinaryUser(async () => {
			const cache = new ContentCache(join(home, ".cache"));
			await cache.write(DIGEST, BYTES);
			expect(await cache.read(DIGEST, 100)).toBeUndefined();
		});
		chmodSync(home, 0o755);
		expect(readdirSync(home)).toEqual([]);
	});
});

it("a truncated entry is asked for again", async () => {
	const registry = await startRegistry();
	const { digest } = registry.pushImage({ Cmd: ["a"] }, { tag: "1" });
	const home = makeHome();
	const resolve = () => makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64");
	await resolve();
	const folder = join(home, ".cache/pidone/images/sha256");
	for (const name of readdirSync(folder)) truncateSync(join(folder, name), 10);
	expect(await resolve()).toEqual({ kind: "known", image: { cmd: ["a"], digest } });
	expect(readFileSync(join(folder, digest.slice("sha256:".length)), "utf8").length).toBeGreaterThan(10);
});

/** Root can write anywhere. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
	const user = process.geteuid?.();
	if (user === 0) process.seteuid?.(65_534);
	try {
		await work();
	} finally {
		if (user === 0) process.seteuid?.(0);
	}
}

it("had content before only if there was a folder when this was first asked", async () => {
	const folder = join(makeHome(), "images");
	const first = new ContentCache(folder);
	expect(await first.hadContent()).toBe(false);
	await first.write(DIGEST, BYTES);
	expect(await first.hadContent()).toBe(false);
	expect(await new ContentCache(folder).hadContent()).toBe(true);
	expect(await new ContentCache(undefined).hadContent()).toBe(false);
});
