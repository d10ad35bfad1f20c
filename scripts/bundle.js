// Bundles the command line, with the packages that it uses, into dist/cli.js and dist/chunks/: Node.js takes a
// millisecond for each file that it loads, and there would be 300. The BuildKit frontend goes to dist/frontend/, for
// QuickJS, beside what it gives to each build, and the page of HTML reports to dist/report.html. The first argument may
// name another dist/.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));

const forNode = {
	platform: /** @type {const} */ ("node"),
	external: /^assemblyscript/,
};
/** Nothing of Node.js, and QuickJS's modules by its own names. @type {import("rolldown").InputOptions} */
const forQuickJs = {
	platform: "neutral",
	// Its paths lead to types.
	tsconfig: false,
	resolve: { mainFields: ["module", "main"] },
	plugins: [
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
/** The end of the policy of HTML reports. */
const NOTHING_ELSE = "base-uri 'none'; form-action 'none'";
// Errors are distinguished by the names of their classes.
const keepNames = { function: true, class: true };
/** @type {import("rolldown").MinifyOptions} */
const minify = { compress: { keepNames }, mangle: { keepNames }, codegen: { legalComments: "inline" } };

// What `pidone build` loads in front of a builder's start lies in four files, whichever other commands use a part of it
// too: Node.js takes its time for each file. A builder is asked while the rewriter is being loaded.
const program = await findModules(
	"version.ts",
	"core/user-error.ts",
	"core/report/printable.ts",
	"node/commands/program.ts",
);
const running = await findModules("node/commands/build.ts");
const rewriting = await findModules("node/commands/rewrite-build.ts");
const common = new Set([...running].filter((id) => rewriting.has(id)));
const groups = Object.entries({ program, common, running, rewriting }).map(([name, modules], index) => ({
	name,
	priority: 4 - index,
	test: (/** @type {string} */ id) => modules.has(id),
}));

for (const folder of ["chunks", "frontend"]) rmSync(join(dist, folder), { recursive: true, force: true });
// Chunks lie two folders below the root, as src/node/package-root.ts does: its relative URL stays right.
await write("src/node/cli.ts", "chunks", {
	dir: dist,
	entryFileNames: "[name].js",
	chunkFileNames: "chunks/[name].js",
	codeSplitting: { groups, includeDependenciesRecursively: false },
});
await write(
	"src/buildkit/main.ts",
	"frontend",
	{ file: join(dist, "frontend/main.js"), codeSplitting: false },
	forQuickJs,
);
writeFileSync(join(dist, "frontend/init-supply.pb"), await packInitSupply());
writeFileSync(join(dist, "report.html"), await makeReportPage());

/**
 * @param {string} input
 * @param {string} folder of dist/, for the licenses
 * @param {import("rolldown").OutputOptions} output
 * @param {import("rolldown").InputOptions} options
 */
async function write(input, folder, output, options = forNode) {
	const bundle = await rolldown({ ...options, input: join(root, input), preserveEntrySignatures: "allow-extension" });
	const written = await bundle.write({ ...output, minify });
	const packages = new Set(
		written.output.flatMap((file) => (file.type === "chunk" ? file.moduleIds.flatMap(packageOf) : [])),
	);
	writeFileSync(join(dist, folder, "LICENSES.txt"), [...packages].sort().map(describeLicense).join("\n"));
}

/** One file with all that it needs but the data. Its policy lets it run its own script, and load nothing. */
async function makeReportPage() {
	const bundle = await rolldown({ platform: "browser", input: join(root, "src/report-page/main.ts"), tsconfig: false });
	const {
		output: [{ code: script }],
	} = await bundle.generate({ format: "iife", minify: true });
	const style = readFileSync(join(root, "src/report-page/style.css"), "utf8");
	const folder = join(root, "docs/rules");
	const rules = Object.fromEntries(
		readdirSync(folder).map((file) => [file.replace(/\.md$/, ""), readFileSync(join(folder, file), "utf8")]),
	);
	const hashOf = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
	// The template is HTML, CSS, JSON and JavaScript in itself, so that editors and the formatter understand it.
	/** @type {ReadonlyMap<string, string>} */
	const parts = new Map([
		["{{policy}}", `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; ${NOTHING_ELSE}`],
		["<style>\n\t\t\t/* {{style}} */\n\t\t</style>", `<style>${style}</style>`],
		['"{{rules}}"', JSON.stringify(rules).replaceAll("<", "\\u003c")],
		["<script>\n\t\t\t/* {{script}} */\n\t\t</script>", `<script>${script}</script>`],
	]);
	const page = readFileSync(join(root, "src/report-page/index.html"), "utf8");
	return [...parts].reduce((text, [place, part]) => {
		if (!text.includes(place)) throw new Error(`src/report-page/index.html lacks ${place}`);
		return text.replace(place, () => part);
	}, page);
}

/** Where the init's digests are worked out, once for all builds. */
async function packInitSupply() {
	const bundle = await rolldown({ ...forQuickJs, input: join(root, "src/buildkit/init-supply.ts") });
	const {
		output: [{ code }],
	} = await bundle.generate();
	const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
	const { targets } = await import(new URL("init/compiler/targets.js", pathToFileURL(`${dist}/`)).href);
	const binaries = targets.map(({ name, platform }) => ({
		platform,
		bytes: readFileSync(join(dist, `init/pidone-linux-${name}`)),
	}));
	return module.packInitSupply(binaries);
}

/**
 * The modules that are loaded with some of src/, those of packages included.
 * @param {string[]} names
 */
async function findModules(...names) {
	// What is left out of one part may be used by another.
	const part = await rolldown({ ...forNode, input: names.map((name) => join(root, "src", name)), treeshake: false });
	const { output: files } = await part.generate();
	const chunks = new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
	const loaded = new Set(files.flatMap((file) => (file.type === "chunk" && file.isEntry ? [file.fileName] : [])));
	// A set that grows while it is walked gives what was added, too.
	for (const name of loaded) for (const other of chunks.get(name)?.imports ?? []) loaded.add(other);
	return new Set([...loaded].flatMap((name) => chunks.get(name)?.moduleIds ?? []));
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
 * What the package's license asks to be kept with its code.
 * @param {string} folder
 */
function describeLicense(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
	return `${name} ${version}, ${license}\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
}
