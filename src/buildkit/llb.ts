// Definitions in LLB, byte for byte as BuildKit's own client marshals them, so that an operation in both is done once
// (client/llb).

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { normalizePath } from "../core/command/posix-path.ts";
import { joinBytes } from "./bytes.ts";
import { type Definition, type FileAction, Op } from "./gen/ops.ts";

/** An operation without its inputs. */
type Operation = NonNullable<Op["op"]>;

/** A file action without its input. */
type Action = NonNullable<FileAction["action"]>;

/** A file in a definition. */
export interface LlbFile {
	/** Absolute, or relative to the root. */
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly mode: number;
}

/**
 * Where an operation's constraints are among its fields, which affects its digest. BuildKit 0.8, in Docker 20.10, wrote
 * them last.
 */
export type ConstraintsAt = "start" | "end";

/** The files of a source. BuildKit shows `name` while it fetches them. */
export function source(
	name: string,
	identifier: string,
	attributes: Readonly<Record<string, string>>,
	constraintsAt: ConstraintsAt = "start",
): Definition {
	// Go marshals maps in the order of their keys.
	const attrs = Object.fromEntries(Object.entries(attributes).sort(([left], [right]) => (left < right ? -1 : 1)));
	return append(name, undefined, { $case: "source", value: { identifier, attrs } }, constraintsAt);
}

/**
 * A file system with only these files. Their time is 0, so that equal files make equal layers.
 */
export function files(name: string, list: readonly LlbFile[]): Definition {
	const actions: Action[] = [];
	const folders = new Set<string>();
	for (const { path, bytes, mode } of list) {
		const absolute = normalizePath(`/${path}`);
		const folder = absolute.slice(0, absolute.lastIndexOf("/"));
		if (folder !== "" && !folders.has(folder))
			actions.push({ $case: "mkdir", value: { path: folder, mode: 0o755, makeParents: true, timestamp: 0n } });
		folders.add(folder);
		actions.push({ $case: "mkfile", value: { path: absolute, mode, data: bytes, timestamp: 0n } });
	}
	return append(name, undefined, fileOperation(actions));
}

/** The files of an archive in another definition. */
export function unpack(name: string, archive: Definition, path: string): Definition {
	const value = { src: path, dest: "/", mode: -1, attemptUnpackDockerCompatibility: true, timestamp: -1n };
	const action = { input: NOTHING, secondaryInput: 0n, output: 0n, action: { $case: "copy", value } } as const;
	return append(name, archive, { $case: "file", value: { actions: [action] } });
}

/** The digest of the operation whose result a definition is. */
export function headOf({ def }: Definition): string {
	return resultOf(def).inputs[0]?.digest ?? "";
}

const NOTHING = -1n;

/** Chains actions: each one's input is the output of the one before. */
function fileOperation(actions: readonly Action[]): Operation {
	const chained = actions.map((action, index) => ({
		input: index === 0 ? NOTHING : BigInt(index - 1),
		secondaryInput: NOTHING,
		output: index === actions.length - 1 ? 0n : NOTHING,
		action,
	}));
	return { $case: "file", value: { actions: chained } };
}

/**
 * Appends an operation to a definition, or starts one. A definition ends in an empty operation that names its result.
 */
function append(
	name: string,
	base: Definition | undefined,
	operation: Operation,
	constraintsAt: ConstraintsAt = "start",
): Definition {
	const last = base?.def.at(-1);
	const inputs = base === undefined ? [] : resultOf(base.def).inputs;
	// BuildKit writes the operation after all other fields, and computes digests of that order.
	const bytes =
		constraintsAt === "start"
			? joinBytes([encode({ inputs, constraints: {} }), encode({ op: operation })])
			: encode({ inputs, op: operation, constraints: {} });
	const digest = digestOf(bytes);
	const end = encode({ inputs: [{ digest, index: 0n }] });
	const metadata = Object.entries(base?.metadata ?? {}).filter(
		([each]) => last === undefined || each !== digestOf(last),
	);
	return {
		def: [...(base?.def.slice(0, -1) ?? []), bytes, end],
		metadata: {
			...Object.fromEntries(metadata),
			[digest]: { description: { "llb.customname": `[internal] ${name}` } },
		},
	};
}

function encode({ inputs = [], op, constraints }: Partial<Op>): Uint8Array {
	return Op.encode({ inputs, op, constraints }).finish();
}

function resultOf(def: readonly Uint8Array[]): Op {
	const last = def.at(-1);
	if (last === undefined) throw new Error("BUG: a definition without operations");
	return Op.decode(last);
}

function digestOf(bytes: Uint8Array): string {
	return `sha256:${bytesToHex(sha256(bytes))}`;
}
