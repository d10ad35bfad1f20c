import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { decodeTar, type TarEntry } from "../../../src/node/layers/decode-tar.ts";
import { inParts, makeLayer } from "./helpers/make-layer.ts";

const LARGE = "x".repeat(1_000_000);
const FILES = { "small.json": "{}", large: LARGE, "other.json": "[]", "also-large": LARGE };

async function sizeOf(body: AsyncIterable<Uint8Array>): Promise<number> {
	let size = 0;
	for await (const chunk of body) size += chunk.length;
	return size;
}

describe("decodeTar", () => {
	// The decoder is ahead: before a small body is skipped, the decoder has handed out all of it.
	it.each<[string, (body: TarEntry["body"]) => Promise<unknown>]>([
		["nothing of that was read", async () => delay(10)],
		["some of that was read", (body) => body.next()],
		[
			"that was left in the middle",
			async (body) => {
				for await (const _ of body) break;
			},
		],
		["all of that was read", sizeOf],
	])("reads an entry after another when %s", async (_, leave) => {
		const sizes: Record<string, number> = {};
		await decodeTar(inParts(await makeLayer(FILES), 64 * 1024), async ({ header, body }) => {
			if (header.name.endsWith(".json")) await leave(body);
			else sizes[header.name] = await sizeOf(body);
		});
		expect(sizes).toEqual({ large: LARGE.length, "also-large": LARGE.length });
	});

	it("skips unread bodies", async () => {
		const names: string[] = [];
		await decodeTar(inParts(await makeLayer(FILES), 64 * 1024), async ({ header }) => {
			names.push(header.name);
		});
		expect(names).toEqual(Object.keys(FILES));
	});
});
