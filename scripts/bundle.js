// Bundles the command line and its packages into dist/chunks/, which dist/cli.js loads. Otherwise, Node.js would load
// 300 files, at a millisecond each. The chunks are CommonJS, because Node.js 20 can use compiled code for that, too
// (see src/node/compiled-code.ts). The BuildKit frontend for QuickJS goes to dist/frontend/, next to the files that it
// adds to each build, and the page of HTML reports to dist/report.html. The first argument may name another dist/.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { rolldown } from "rolldown";
import {
	asciiOnly,
	buildDigest,
	compilerApart,
	nativeDigests,
	noChildProcess,
	regularExpressionsAtRunTime,
	usedTypes,
} from "./bundle/plugins.js";
import { makeReportPage } from "./bundle/report-page.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));

/** @typedef {import("rolldown").PluginContext} PluginContext */

/**
 * Embeds the catalogue as text instead of code (see src/core/images/catalogue/built-in.ts).
 * @param {string} name of the plugin
 * @param {(this: PluginContext, text: string) => readonly [expression: string, imports?: string]} place puts the text
 * somewhere, and returns how the module gets it
 * @returns {import("rolldown").Plugin}
 */
function packedCatalogue(name, place) {
	return {
		name,
		async load(id) {
			if (id !== join(root, "src/core/images/catalogue/built-in.ts")) return undefined;
			const { catalogue } = await importSource("core/images/catalogue/index.ts");
			const { packRows } = await importSource("core/images/packed-catalogue.ts");
			const [expression, imports = ""] = place.call(this, packRows(catalogue));
			return `import { unpackCatalogue } from "../packed-catalogue.ts";
${imports}
let catalogue;
export const builtInCatalogue = () => (catalogue ??= unpackCatalogue(${expression}));`;
		},
	};
}

const catalogueInCode = packedCatalogue("catalogue-in-code", (text) => [JSON.stringify(text)]);

/** Otherwise, V8 would keep a long text in the code and again in the compiled code. */
const catalogueFile = packedCatalogue("catalogue-file", function (text) {
	if (/[^\0-\x7f]/.test(text)) throw new Error("The catalogue has a character that is not in ASCII");
	this.emitFile({ type: "asset", fileName: "chunks/catalogue.txt", source: text });
	return [
		'readFileSync(join(import.meta.dirname, "catalogue.txt"), "latin1")',
		'import { readFileSync } from "node:fs";\nimport { join } from "node:path";',
	];
});

/** Replaces the validation of config files with code that ajv generates here. @type {import("rolldown").Plugin} */
const compiledValidators = {
	name: "compiled-validators",
	load: async (id) => {
		if (id !== join(root, "src/node/config/validators.ts")) return undefined;
		const { addSchemas, ajvOptions } = await importSource("node/config/schemas.ts");
		const code = { source: true, esm: true, formats: _`formats` };
		const ajv = new Ajv2020({ ...ajvOptions, code });
		addSchemas(ajv, JSON.parse(readFileSync(join(root, "schema/config.json"), "utf8")));
		return `import { formats } from "./formats.ts";
${standaloneCode(ajv, { config: "config", bases: "bases" })}
const validators = { config, bases };
export const validatorOf = (kind) => validators[kind];`;
	},
};

const forNode = {
	platform: /** @type {const} */ ("node"),
	plugins: [catalogueFile, compiledValidators, usedTypes, noChildProcess, compilerApart, asciiOnly, buildDigest],
};
/** No modules of Node.js; QuickJS's modules have their own names. @type {import("rolldown").InputOptions} */
const forQuickJs = {
	platform: "neutral",
	// Its paths lead to types.
	tsconfig: false,
	resolve: { mainFields: ["module", "main"] },
	plugins: [
		catalogueInCode,
		usedTypes,
		asciiOnly,
		{
			name: "quickjs",
			resolveId: (id) => (id.startsWith("qjs:") ? { id: id.slice("qjs:".length), external: true } : undefined),
		},
	],
	treeshake: { moduleSideEffects: [{ test: /\/quickjs\/globals\.ts$/, sideEffects: true }] },
	onLog: (level, log, handle) => {
		if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
		handle(level, log);
	},
};
// Errors are told apart by the names of their classes.
const keepNames = { function: true, class: true };
/** @type {import("rolldown").MinifyOptions} */
const minify = { compress: { keepNames }, mangle: { keepNames }, codegen: { legalComments: "inline" } };

// Few files, with little else than what the command needs: Node.js takes time for each file, and for what is in it.
// `pidone build` asks a builder while the rewriter is loaded, so what it needs for that is in separate chunks.
const [start, program, rewriting, running, checking] = await findModules(
	[
		"version.ts",
		"core/user-error.ts",
		"core/report/printable.ts",
		"core/dockerfile/source-bytes.ts",
		"node/commands/command-names.ts",
		"node/compiled-code.ts",
	],
	["node/commands/program.ts"],
	["node/commands/rewrite.ts", "node/work/rewrite-file.ts"],
	["node/commands/build.ts"],
	["node/commands/check.ts", "node/work/check-file.ts"],
);
const common = new Set([...running].filter((id) => rewriting.has(id)));
const groups = Object.entries({ start, program, common, rewriting, running, checking }).map(
	([name, modules], index) => ({
		name,
		priority: 6 - index,
		test: (/** @type {string} */ id) => modules.has(id),
	}),
);

for (const folder of ["chunks", "frontend"]) rmSync(join(dist, folder), { recursive: true, force: true });
// Chunks are two folders below the root, like src/node/package-root.ts, whose relative URL therefore stays right.
await write({ cli: "src/node/cli.ts", "chunks/thread": "src/node/run/thread.ts" }, "chunks", {
	dir: dist,
	format: "cjs",
	entryFileNames: "[name].cjs",
	chunkFileNames: "chunks/[name].cjs",
	codeSplitting: { groups, includeDependenciesRecursively: false },
});
// For users who name the file: Node.js takes longer to start with a module.
writeFileSync(
	join(dist, "cli.js"),
	`#!/usr/bin/env node
import { createRequire } from "node:module";
createRequire(import.meta.url)("./cli.cjs");
`,
);
await write(
	{ main: "src/buildkit/main.ts" },
	"frontend",
	{ file: join(dist, "frontend/main.js"), codeSplitting: false },
	{ ...forQuickJs, plugins: [nativeDigests, ...forQuickJs.plugins, regularExpressionsAtRunTime] },
);
writeFileSync(join(dist, "frontend/init-supply.pb"), await packInitSupply());
writeFileSync(join(dist, "report.html"), await makeReportPage());

/**
 * @param {Readonly<Record<string, string>>} input modules by the names of their bundles
 * @param {string} folder of dist/, for the licenses
 * @param {import("rolldown").OutputOptions} output
 * @param {import("rolldown").InputOptions} options
 */
async function write(input, folder, output, options = forNode) {
	const named = Object.fromEntries(Object.entries(input).map(([name, path]) => [name, join(root, path)]));
	const bundle = await rolldown({ ...options, input: named, preserveEntrySignatures: "allow-extension" });
	const written = await bundle.write({ ...output, minify });
	const packages = new Set(
		written.output.flatMap((file) => (file.type === "chunk" ? file.moduleIds.flatMap(packageOf) : [])),
	);
	writeFileSync(join(dist, folder, "LICENSES.txt"), [...packages].sort().map(describeLicense).join("\n"));
}

/** Computes the init's digests once, instead of in every build. */
async function packInitSupply() {
	const module = await importSource("buildkit/init-supply.ts");
	const { targets } = await import(new URL("init/compiler/targets.js", pathToFileURL(`${dist}/`)).href);
	const binaries = targets.map(({ name, platform }) => ({
		platform,
		bytes: readFileSync(join(dist, `init/pidone-linux-${name}`)),
	}));
	return module.packInitSupply(binaries);
}

/**
 * Runs a module of src/ and what it imports.
 * @param {string} path in src/
 */
async function importSource(path) {
	const bundle = await rolldown({ ...forQuickJs, input: join(root, "src", path) });
	const {
		output: [{ code }],
	} = await bundle.generate();
	return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/**
 * The modules that are loaded together with some of src/, including those of packages.
 * @param {string[][]} parts names in src/
 * @returns {Promise<Set<string>[]>} one set for each part
 */
async function findModules(...parts) {
	const input = parts.flat().map((name) => join(root, "src", name));
	// What is left out of one part may be used by another.
	const all = await rolldown({ ...forNode, input, treeshake: false });
	const { output: files } = await all.generate();
	const chunks = new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
	const entries = new Map([...chunks].map(([fileName, { facadeModuleId }]) => [facadeModuleId, fileName]));
	return parts.map((names) => {
		const loaded = new Set(names.map((name) => entries.get(join(root, "src", name)) ?? ""));
		// Iteration includes what is added to the set meanwhile.
		for (const name of loaded) for (const other of chunks.get(name)?.imports ?? []) loaded.add(other);
		return new Set([...loaded].flatMap((name) => chunks.get(name)?.moduleIds ?? []));
	});
}

/**
 * The folder of the package that a module belongs to.
 * @param {string} id the module's path
 */
function packageOf(id) {
	const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/")) ?? [];
	return folder === undefined ? [] : [folder];
}

/**
 * The notices that the package's license requires to be kept with its code.
 * @param {string} folder
 */
function describeLicense(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
	return `${name} ${version}, ${license}\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
}
