// Makes src/core/install/templates.ts from templates/*.Dockerfile, so that the library needs no file system.
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const folder = new URL("../templates/", import.meta.url);
const rows = readdirSync(folder)
	.filter((file) => file.endsWith(".Dockerfile"))
	.sort()
	.map((file) => {
		const name = file.replace(/\.Dockerfile$/, "");
		const key = /^[a-z]+$/.test(name) ? name : JSON.stringify(name);
		return `\t${key}: ${toLiteral(readFileSync(new URL(file, folder), "utf8").trimEnd())},\n`;
	});

/** @param {string} text */
function toLiteral(text) {
	return `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;
}

const made = new URL("../src/core/install/templates.ts", import.meta.url);
// `npm test` checks types at the same time, so the file must be complete at any moment.
const beside = new URL("templates.ts.new", made);
writeFileSync(
	beside,
	`// Made by scripts/embed-templates.js from templates/: edit those files and run \`npm run build\`.

/** The install steps as Dockerfile fragments, by name. */
export const templates = {
${rows.join("")}} as const;

export type TemplateName = keyof typeof templates;
`,
);
renameSync(beside, made);
