// The plugins of the bundles in scripts/bundle.js.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "rolldown/utils";

/** dockerfile-ast uses two of the 100 types that this package declares, and `create` of these. */
const TYPES = "vscode-languageserver-types";
/** @type {import("rolldown").Plugin} */
export const usedTypes = {
	name: "used-types",
	resolveId: (id) => (id === TYPES ? `\0${TYPES}` : undefined),
	load: (id) =>
		id === `\0${TYPES}`
			? `
export const Position = { create: (line, character) => ({ line, character }) };
export const Range = {
	create: (one, two, three, four) =>
		typeof one === "number"
			? { start: Position.create(one, two), end: Position.create(three, four) }
			: { start: one, end: two },
};`
			: undefined,
	transform: (code, id) => {
		if (!id.includes("/dockerfile-ast/")) return;
		const [other] = /\bvscode_languageserver_types_1\.(?!(?:Position|Range)\.create\()\S+/.exec(code) ?? [];
		if (other !== undefined) throw new Error(`${id} uses ${other}, which usedTypes in scripts/bundle/plugins.js lacks`);
	},
};

/** commander starts other programs only for commands in separate files. @type {import("rolldown").Plugin} */
export const noChildProcess = {
	name: "no-child-process",
	resolveId: (id, importer) =>
		id === "node:child_process" && importer?.includes("/commander/") ? "\0no-child-process" : undefined,
	load: (id) => (id === "\0no-child-process" ? "export {};" : undefined),
};

/**
 * V8 takes twice the memory for a file that contains a character outside of Latin-1. @type {import("rolldown").Plugin}
 */
export const asciiOnly = {
	name: "ascii-only",
	generateBundle: (_, files) => {
		for (const file of Object.values(files)) {
			if (file.type !== "chunk") continue;
			file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
		}
	},
};

/**
 * Compiles regular expressions when they are first used. QuickJS's compiler would store those of literals in the byte
 * order of this machine, and QuickJS crashes on a machine with the other one. Each place still gets its own object, as
 * with a literal. @type {import("rolldown").Plugin}
 */
export const regularExpressionsAtRunTime = {
	name: "regular-expressions-at-run-time",
	generateBundle: (_, files) => {
		for (const file of Object.values(files)) if (file.type === "chunk") file.code = withoutLiterals(file.code);
	},
};

/** @param {string} code */
function withoutLiterals(code) {
	/** @type {Map<string, string>} variables by their literals */
	const variables = new Map();
	let written = "";
	let end = 0;
	new Visitor({
		Literal: (literal) => {
			if (!("regex" in literal)) return;
			const { pattern, flags } = literal.regex;
			const compiled = `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`;
			const variable = variables.get(compiled) ?? `$regExp${variables.size}`;
			variables.set(compiled, variable);
			written += `${code.slice(end, literal.start)} new RegExp(${variable} ??= ${compiled})`;
			end = literal.end;
		},
	}).visit(parseSync("main.js", code).program);
	return `let ${[...variables.values()].join()};${written}${code.slice(end)}`;
}

/** tsc has already compiled the compiler to modules, which its package requires. @type {import("rolldown").Plugin} */
export const compilerApart = {
	name: "compiler-apart",
	resolveId: (id) => {
		const [, path] = /\/(init\/compiler\/[^/]+)\.ts$/.exec(id) ?? [];
		return path === undefined ? undefined : { id: `../${path}.js`, external: true };
	},
};

/** Puts the name of the build into its code, for src/node/compiled-code.ts. @type {import("rolldown").Plugin} */
export const buildDigest = {
	name: "build-digest",
	generateBundle: (_, files) => {
		const chunks = Object.values(files).flatMap((file) => (file.type === "chunk" ? [file] : []));
		const hash = createHash("sha256");
		for (const { fileName, code } of chunks) hash.update(`${fileName}\n${code.length}\n${code}`);
		const digest = hash.digest("hex");
		for (const chunk of chunks) chunk.code = chunk.code.replaceAll("{{build}}", digest);
	},
};

/** QuickJS's program implements SHA-256 in C. @type {import("rolldown").Plugin} */
export const nativeDigests = {
	name: "native-digests",
	resolveId: (id) =>
		id === "@noble/hashes/sha2.js"
			? fileURLToPath(new URL("../../src/buildkit/quickjs/sha256.ts", import.meta.url))
			: undefined,
};
