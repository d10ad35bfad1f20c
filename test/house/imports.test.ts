import { describe, expect, it } from "vitest";
import {
	type Edge,
	edgesBetween,
	findCycles,
	folderOf,
	importsOf,
	isPackage,
	readImports,
	readTable,
	rowOf,
} from "./imports.ts";

const imports = readImports();
const real = edgesBetween(imports, rowOf);
const table = readTable("Imports");
const asText = ({ from, to }: Edge): string => `${from} → ${to}`;

/** The wings of the house, and what each of them may import: arrows only point down. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
	core: [],
	buildkit: ["core"],
	"report-page": ["core"],
	"init/program": [],
	"init/compiler": [],
	"init/ship": ["core"],
	node: ["core", "init/ship", "init/compiler"],
};

function wingOf(file: string): string | undefined {
	return Object.keys(WINGS).find((wing) => file.startsWith(`${wing}/`));
}

describe("the imports in src/", () => {
	it("are those that ARCHITECTURE.md lists", () => {
		const listed = new Set(table.map(asText));
		const where = imports.filter((each) => {
			const [edge] = edgesBetween([each], rowOf);
			return edge !== undefined && !listed.has(asText(edge));
		});
		expect(where.map(asText)).toEqual([]);
	});

	it("are all that ARCHITECTURE.md lists", () => {
		const found = new Set(real.map(asText));
		expect(table.map(asText).filter((edge) => !found.has(edge))).toEqual([]);
	});

	it("go from one wing down to another, and never up", () => {
		const wrong = imports.filter(({ from, to }) => {
			const [wing, other] = [wingOf(from), wingOf(to)];
			return wing !== undefined && other !== undefined && wing !== other && !WINGS[wing]?.includes(other);
		});
		expect(wrong.map(asText)).toEqual([]);
	});

	it("make no cycle of files, nor of folders, nor of the folders in these", () => {
		expect(findCycles(imports)).toEqual([]);
		expect(findCycles(real)).toEqual([]);
		expect(findCycles(edgesBetween(imports, folderOf))).toEqual([]);
	});

	it("are read where there are any", () => {
		expect(imports.length).toBeGreaterThan(1000);
		expect(imports).toContainEqual({ from: "core/dockerfile/image-reference.ts", to: "dockerfile-ast" });
	});
});

it("types, re-exports and dynamic imports are imports", () => {
	const text = [
		'import type { A } from "./a.ts";',
		'import { type B } from "./b.ts";',
		'export type { C } from "./c.ts";',
		'const d = await import("./d.ts");',
		'type E = import("./e.ts").E;',
		'// import "./f.ts";',
		"const g = `import './g.ts'`;",
	];
	expect(importsOf(text.join("\n"))).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"]);
});

it("a cycle is found wherever it begins", () => {
	const edges = ["ab", "bc", "ca", "xa"].map(([from = "", to = ""]) => ({ from, to }));
	expect(findCycles(edges)).toEqual(["a → b → c → a", "b → c → a → b", "c → a → b → c"]);
	expect(findCycles(edges.slice(0, 2))).toEqual([]);
});

it.each([
	["core/check/rules/rule.ts", "core/check", "core/check/rules", false],
	["core/platform.ts", "core/platform.ts", "core/platform.ts", false],
	["buildkit/http2/frames.ts", "buildkit", "buildkit/http2", false],
	["buildkit/bytes.ts", "buildkit", "buildkit/bytes.ts", false],
	["init/compiler/amd64/encode.ts", "init/compiler", "init/compiler/amd64", false],
	["init/compiler/target.ts", "init/compiler", "init/compiler/target.ts", false],
	["index.ts", "index.ts", "index.ts", false],
	["node:*", "node:*", "node:*", true],
	["@noble/hashes", "@noble/hashes", "@noble/hashes", true],
])("%s belongs to the row %s and to the folder %s", (file, row, folder, packaged) => {
	expect(rowOf(file)).toBe(row);
	expect(folderOf(file)).toBe(folder);
	expect(isPackage(file)).toBe(packaged);
});
