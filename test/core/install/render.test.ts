import { describe, expect, it } from "vitest";
import { renderTemplate, TemplateError } from "../../../src/core/install/render.ts";

describe("renderTemplate", () => {
	it.each([
		["RUN a {{path}}", "RUN a /p", 1, []],
		["RUN a {{ path }} {{path}}\n\n", "RUN a /p /p", 1, []],
		["RUN a \\\n && b\nCOPY c {{path}}", "RUN a \\\n && b\nCOPY c /p", 2, []],
		["# comment\nADD a {{path}}", "# comment\nADD a /p", 1, []],
		["COPY a-${TARGETARCH} {{path}}", "COPY a-${TARGETARCH} /p", 1, ["TARGETARCH"]],
		["RUN a $TARGETARCH$TARGETVARIANT", "RUN a $TARGETARCH$TARGETVARIANT", 1, ["TARGETARCH", "TARGETVARIANT"]],
		["RUN a {path} {{ }} ${path} {{path-x}}", "RUN a {path} {{ }} ${path} {{path-x}}", 1, []],
		["RUN a {{dollar}}", "RUN a $& $1", 1, []],
		["RUN <<EOF\n{{path}}\nEOF", "RUN <<EOF\n/p\nEOF", 1, []],
	])("fills %j", (template, text, instructions, args) => {
		expect(renderTemplate("t", template, { path: "/p", dollar: "$& $1", none: undefined })).toEqual({
			text,
			instructions,
			args,
			needsShell: template.includes("RUN"),
			features: template.includes("<<") ? ["heredocs"] : [],
		});
	});

	it("says what the frontend has to be able to do", () => {
		const template =
			"ADD --checksum=sha256:0 --chmod=0755 https://x/a /b\nADD --link c /d\nRUN --mount=type=cache,target=/c true";
		expect(renderTemplate("t", template, {}).features).toEqual(["ADD --checksum", "--chmod", "--link", "RUN --mount"]);
	});

	it.each([
		["RUN a {{nope}}", "template t: {{nope}} has no value here; these have one: path, package"],
		["RUN a {{none}}", "template t: {{none}} has no value here; these have one: path, package"],
		["RUN a\nUSER {{path}}", "template t: it may contain only ADD, COPY and RUN, not USER (line 2)"],
		["FROM a", "template t: it may contain only ADD, COPY and RUN, not FROM (line 1)"],
		["apk add tini", "template t: it may contain only ADD, COPY and RUN, not apk (line 1)"],
		["", "template t:1: file with no instructions: a Dockerfile begins with ARG or FROM"],
		["# comment", "template t:1: file with no instructions: a Dockerfile begins with ARG or FROM"],
		["RUN a\nRUN <<EOF\nb", 'template t:2: unterminated heredoc: no line "EOF" ends what << begins'],
	])("refuses %j", (template, message) => {
		expect(() => renderTemplate("t", template, { path: "/p", package: "x", none: undefined })).toThrow(
			new TemplateError(message),
		);
	});
});
