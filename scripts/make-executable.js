// Build outputs are not executable, and npm's bin links point to the first of these.
import { chmodSync } from "node:fs";

for (const name of ["cli.cjs", "cli.js"]) chmodSync(new URL(`../dist/${name}`, import.meta.url), 0o755);
