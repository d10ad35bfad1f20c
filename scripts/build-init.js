// Compiles the init for every platform with the compiler in dist/, and puts binaries, checksums and sources into dist/init.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { compileInit } from "../dist/compiler/compile.js";
import { targets } from "../dist/compiler/targets.js";

const assembly = new URL("../src/init/assembly/", import.meta.url);
const out = new URL("../dist/init/", import.meta.url);
const names = readdirSync(assembly).filter((name) => name.endsWith(".ts"));
const sources = new Map(names.map((name) => [name, readFileSync(new URL(name, assembly), "utf8")]));

mkdirSync(new URL("assembly/", out), { recursive: true });
for (const name of names) cpSync(new URL(name, assembly), new URL(`assembly/${name}`, out));
const sums = (await compileInit("main.ts", sources, new Map(), targets)).map(({ target, elf }) => {
	const name = `pidone-linux-${target.name}`;
	// A running binary cannot be written to; a new file can take its name.
	rmSync(new URL(name, out), { force: true });
	writeFileSync(new URL(name, out), elf, { mode: 0o755 });
	console.log(`${name}: ${elf.length} bytes`);
	return `${createHash("sha256").update(elf).digest("hex")}  ${name}\n`;
});
writeFileSync(new URL("SHA256SUMS", out), sums.join(""));
