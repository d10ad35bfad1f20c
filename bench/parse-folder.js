// Reads and parses the Dockerfiles in a folder with dockerfile-ast: node bench/parse-folder.js FOLDER.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";

const [, , folder = "."] = process.argv;
let count = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
	if (!name.endsWith("Dockerfile")) continue;
	count += DockerfileParser.parse(readFileSync(join(folder, name), "utf8")).getInstructions().length;
}
console.log(`${count} instructions`);
