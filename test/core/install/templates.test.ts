import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { renderTemplate } from "../../../src/core/install/render.ts";
import { type TemplateName, templates } from "../../../src/core/install/templates.ts";

const folder = new URL("../../../templates/", import.meta.url);
const names = Object.keys(templates) as TemplateName[];

const sample: Readonly<Record<string, string>> = {
	package: "tini",
	path: "/sbin/tini",
	source: ".pidone/tini-linux-${TARGETARCH}",
	from: "ghcr.io/acme/inits:1",
	mirror: "https://mirror.example/a",
	epel: "epel-release",
	url: "https://example.com/v1",
	asset: "tini-static-amd64",
	sha256: "0".repeat(64),
	arch: "$TARGETARCH/$TARGETVARIANT",
	fetch: "curl -fsSL -o",
	cases: "      amd64/*) asset=a sum=b ;; \\\n      arm/v7) asset=c sum=d ;; \\",
};

describe("templates", () => {
	it("are the files of the folder, which `npm run build` embeds", () => {
		const files = readdirSync(folder).filter((file) => file.endsWith(".Dockerfile"));
		const texts = files.map((file) => [
			file.replace(/\.Dockerfile$/, ""),
			readFileSync(new URL(file, folder), "utf8").trimEnd(),
		]);
		expect(templates).toEqual(Object.fromEntries(texts));
	});

	it.each(names.filter((name) => /^RUN /m.test(templates[name])))(
		"%s is a command that a POSIX shell reads",
		(name) => {
			const [stage] = parseDockerfile(`FROM a\n${renderTemplate(name, templates[name], sample).text}\n`).stages;
			const command = stage?.instructions.find(({ keyword }) => keyword === "RUN")?.argument.text ?? "";
			expect(command).not.toBe("");
			expect(() => execFileSync("sh", ["-n", "-c", command], { stdio: "pipe" })).not.toThrow();
		},
	);

	describe.each(names)("%s", (name) => {
		const { text, instructions } = renderTemplate(name, templates[name], sample);

		it("has one instruction, or an ADD and the RUN that uses it, in upper case, as every builder reads it", () => {
			const [stage] = parseDockerfile(`FROM a\n${text}\n`).stages;
			const written = stage?.instructions.map((instruction) => instruction.written).join(" ");
			expect(written).toMatch(name.endsWith("-add") ? /^ADD RUN$/ : /^(?:ADD|COPY|RUN)$/);
			expect(stage?.instructions).toHaveLength(instructions);
			expect(stage?.instructions.filter(({ hasHeredoc, isUnfinished }) => hasHeredoc || isUnfinished)).toEqual([]);
			expect(text).not.toMatch(/\{\{|\}\}|\t|[^\S\n]$/m);
		});

		it("stops at the first command that fails", () => {
			expect(text).not.toMatch(/;\s*(?!;|exit|\\)[a-z]/);
			expect(text).not.toContain("|| ");
		});
	});
});
