// Compiles the init for every platform with the compiler in dist/, and puts binaries, checksums and sources into
// dist/init. The first argument may name another dist/.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const program = new URL("../src/init/program/", import.meta.url);
const dist =
	process.argv[2] === undefined ? new URL("../dist/", import.meta.url) : pathToFileURL(`${resolve(process.argv[2])}/`);
const out = new URL("init/", dist);
// As in src/node/commands/load-compiler.ts.
setFlagsFromString("--liftoff-only");
const { compileInit } = await import(new URL("init/compiler/compile.js", dist).href);
const { targets } = await import(new URL("init/compiler/targets.js", dist).href);
const names = readdirSync(program).filter((name) => name.endsWith(".ts"));
const sources = new Map(names.map((name) => [name, readFileSync(new URL(name, program), "utf8")]));

rmSync(new URL("program/", out), { recursive: true, force: true });
mkdirSync(new URL("program/", out), { recursive: true });
for (const name of names) cpSync(new URL(name, program), new URL(`program/${name}`, out));
const sums = (await compileInit("main.ts", sources, new Map(), targets)).map(({ target, elf }) => {
	const name = `pidone-linux-${target.name}`;
	// A running binary cannot be overwritten, but a new file can replace it.
	rmSync(new URL(name, out), { force: true });
	writeFileSync(new URL(name, out), elf, { mode: 0o755 });
	console.log(`${name}: ${elf.length} bytes`);
	return `${createHash("sha256").update(elf).digest("hex")}  ${name}\n`;
});
writeFileSync(new URL("SHA256SUMS", out), sums.join(""));
