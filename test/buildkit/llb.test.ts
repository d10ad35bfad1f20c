import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Definition, Op } from "../../src/buildkit/gen/ops.ts";
import { files, headOf, type LlbFile, source, unpack } from "../../src/buildkit/llb.ts";
import { recorded } from "./helpers/recorded-digests.ts";

describe("source", () => {
	it.each(recorded.http)("has BuildKit's digest for $context", ({ context, name, digest }) => {
		const definition = source("load remote build context", context, { "http.filename": "context" });
		expect(headOf(definition)).toBe(digest);
		expect(definition.metadata[digest]?.description).toEqual({ "llb.customname": name });
	});

	it("does not depend on the order of attributes", () => {
		expect(headOf(source("a", "git://x", { b: "1", a: "2" }))).toBe(headOf(source("b", "git://x", { a: "2", b: "1" })));
	});
});

describe("unpack", () => {
	it("has BuildKit's digest for an unpacked archive", () => {
		const { context, load, digest } = recorded.archive;
		const archive = source("load remote build context", context, { "http.filename": "context" });
		expect(headOf(archive)).toBe(load);
		const definition = unpack("unpack remote build context", archive, "/context");
		expect(headOf(definition)).toBe(digest);
		expect(Object.keys(definition.metadata).toSorted()).toEqual([load, digest].toSorted());
	});
});

describe("files", () => {
	const text = (path: string, mode = 0o644): LlbFile => ({ path, bytes: Buffer.from(`this is ${path}`), mode });

	it("creates files in order, and each directory once, before its first file", () => {
		expect(actionsOf(files("x", [text("/a/b/one"), text("two"), text("/a/b/three", 0o755), text("a/four")]))).toEqual([
			{ mkdir: "/a/b", from: -1n, to: -1n },
			{ mkfile: "/a/b/one", mode: 0o644, from: 0n, to: -1n },
			{ mkfile: "/two", mode: 0o644, from: 1n, to: -1n },
			{ mkfile: "/a/b/three", mode: 0o755, from: 2n, to: -1n },
			{ mkdir: "/a", from: 3n, to: -1n },
			{ mkfile: "/a/four", mode: 0o644, from: 4n, to: 0n },
		]);
	});

	it("writes a file as BuildKit does, except for the time", () => {
		const { path, text: data, digest } = recorded.inline;
		const [ours] = operationsOf(files("x", [{ path, bytes: Buffer.from(data), mode: 0o644 }]));
		const [action] = ours?.op?.$case === "file" ? ours.op.value.actions : [];
		expect(action?.action?.$case).toBe("mkfile");
		if (action?.action?.$case === "mkfile") action.action.value.timestamp = -1n;
		const { inputs = [], constraints = {}, op } = ours ?? {};
		expect(
			digestOf(
				Buffer.concat([
					encode({ inputs, constraints, op: undefined }),
					encode({ inputs: [], constraints: undefined, op }),
				]),
			),
		).toBe(digest);
	});

	it("contains only the given files", () => {
		const bytes = Uint8Array.of(0, 255, 10);
		const [operation] = operationsOf(files("x", [{ path: "/bytes", bytes, mode: 0o600 }]));
		expect(operation?.inputs).toEqual([]);
		const file = operation?.op?.$case === "file" ? operation.op.value.actions[0]?.action : undefined;
		expect(file).toMatchObject({ $case: "mkfile", value: { path: "/bytes", mode: 0o600, data: bytes, timestamp: 0n } });
	});
});

describe("every definition", () => {
	it("lists operations after their inputs, ends with its result, and describes each operation", () => {
		fc.assert(
			fc.property(arbitraryDefinition, (definition) => {
				const digests = definition.def.map((bytes) => digestOf(bytes));
				operationsOf(definition).forEach(({ inputs }, at) => {
					for (const { digest, index } of inputs)
						expect([digests.slice(0, at).includes(digest), index]).toEqual([true, 0n]);
				});
				const end = operationsOf(definition).at(-1);
				expect(end).toMatchObject({ op: undefined, inputs: [{ digest: headOf(definition) }] });
				expect(headOf(definition)).toBe(digests.at(-2));
				expect(Object.keys(definition.metadata).toSorted()).toEqual(digests.slice(0, -1).toSorted());
			}),
		);
	});

	it("is the same after encoding and decoding", () => {
		fc.assert(
			fc.property(arbitraryDefinition, (definition) => {
				const bytes = Definition.encode(definition).finish();
				const sent = Definition.decode(bytes);
				expect(Definition.encode(sent).finish()).toEqual(bytes);
				expect(headOf(sent)).toBe(headOf(definition));
			}),
		);
	});

	it("keeps fields of a newer BuildKit", () => {
		// Field 14, which ops.proto does not have here, and field 5 in the metadata of an operation.
		const bytes = Buffer.from("\x0a\x02op\x12\x0a\x0a\x01d\x12\x05\x2a\x03new\x72\x03new", "latin1");
		expect(Buffer.from(Definition.encode(Definition.decode(bytes)).finish())).toEqual(bytes);
	});

	it("cannot be empty", () => {
		expect(() => headOf({ def: [], metadata: {} })).toThrow("BUG: a definition without operations");
	});
});

const arbitraryPath = fc
	.array(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 1, maxLength: 3 })
	.map((parts) => parts.join("/"));
const arbitraryFile = fc.record({
	path: arbitraryPath,
	bytes: fc.uint8Array(),
	mode: fc.integer({ min: 0, max: 0o777 }),
});
const arbitrarySource = fc
	.tuple(fc.string(), fc.string(), fc.dictionary(fc.string(), fc.string()))
	.map((parts) => source(...parts));
const arbitraryFiles = fc.tuple(fc.string(), fc.array(arbitraryFile, { minLength: 1 })).map((parts) => files(...parts));
const arbitraryDefinition = fc.oneof(
	arbitrarySource,
	arbitraryFiles,
	fc
		.tuple(fc.oneof(arbitrarySource, arbitraryFiles), arbitraryPath)
		.map(([archive, path]) => unpack("unpack", archive, path)),
);

function operationsOf({ def }: Definition): Op[] {
	return def.map((bytes) => Op.decode(bytes));
}

function actionsOf(definition: Definition): unknown[] {
	const [operation] = operationsOf(definition);
	const actions = operation?.op?.$case === "file" ? operation.op.value.actions : [];
	return actions.map(({ action, input, output }) => {
		const at = { from: input, to: output };
		if (action?.$case === "mkfile") return { mkfile: action.value.path, mode: action.value.mode, ...at };
		return action?.$case === "mkdir" ? { mkdir: action.value.path, ...at } : at;
	});
}

function encode(op: Op): Uint8Array {
	return Op.encode(op).finish();
}

function digestOf(bytes: Uint8Array): string {
	return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
