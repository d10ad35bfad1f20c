// Bundles the command line, with the packages that it uses, into dist/cli.js and dist/chunks/: Node.js takes a millisecond for each file that it
// loads, and there would be 300. The BuildKit frontend becomes one file, dist/frontend/main.js. The first argument may name another dist/.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));

for (const folder of ["chunks", "frontend"]) rmSync(join(dist, folder), { recursive: true, force: true });
// Files lie one folder below dist/, as the sources do below src/: relative URLs stay right.
await write("src/cli.ts", { dir: dist, entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" }, "chunks");
await write("src/frontend/main.ts", { dir: join(dist, "frontend"), codeSplitting: false, minify: true }, "frontend");

/**
 * @param {string} input
 * @param {import("rolldown").OutputOptions} options
 * @param {string} folder of dist/, for the licenses
 */
async function write(input, options, folder) {
	const bundle = await rolldown({
		input: join(root, input),
		platform: "node",
		external: /^assemblyscript/,
		// write-file-atomic makes names of it, and it is not there in an ES module.
		transform: { define: { __filename: "import.meta.url" } },
	});
	const { output } = await bundle.write(options);
	const packages = new Set(output.flatMap((file) => (file.type === "chunk" ? file.moduleIds.flatMap(packageOf) : [])));
	writeFileSync(join(dist, folder, "LICENSES.txt"), [...packages].sort().map(describeLicense).join("\n"));
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
