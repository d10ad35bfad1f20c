import { describe, expect, it } from "vitest";
import { DockerfileSyntaxError } from "../../src/dockerfile/syntax-error.ts";
import type { RewriteOptions } from "../../src/rewrite/options.ts";
import { revert } from "../../src/rewrite/revert.ts";
import { rewrite } from "../../src/rewrite/rewrite.ts";
import { thrownBy } from "./helpers.ts";

const CMD_ONLY = 'FROM debian:12\nCMD ["/app"]\n';
const EXEC = 'FROM debian:12\nENTRYPOINT ["/app"]\n';
const SHELL = "FROM debian:12\nENTRYPOINT /app\n";

/** A rewritten text in which one thing was changed by hand. */
function tampered(source: string, from: string | RegExp, to: string, options: RewriteOptions = {}): string {
	const { text } = rewrite(source, options);
	const changed = text.replace(from, to);
	expect(changed).not.toBe(text);
	return changed;
}

function syntaxError(text: string): DockerfileSyntaxError {
	const error = thrownBy(() => revert(text));
	if (!(error instanceof DockerfileSyntaxError)) throw error;
	return error;
}

describe("revert", () => {
	it.each([
		'FROM debian:12\nRUN apt-get install -y tini\nENTRYPOINT ["tini", "--", "/app"]\n',
		'FROM debian:12\nCOPY pidone /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "/app"]\n',
		'FROM debian:12\n# pidone: we put it in by hand\nENTRYPOINT ["/sbin/pidone", "--"]\n',
		"FROM debian:12\r\nCMD x",
		"FROM debian:12\nRUN <<EOF\n# pidone: added the next instruction\nEOF\nRUN x\n",
		"FROM debian:12\nRUN a \\\n# pidone: added the next instruction\n b\nRUN x\n",
	])("leaves a file without markers alone: %j", (source) => {
		expect(revert(source)).toEqual({ text: source, isChanged: false, edits: [] });
	});

	it("keeps the init that the author has installed", () => {
		const source = "FROM debian:12\nRUN apt-get update && apt-get install -y tini\nCMD /app\n";
		const { text } = rewrite(source, { init: "tini" });
		expect(text).toContain('ENTRYPOINT ["/usr/bin/tini", "-g", "--"]');
		expect(revert(text).text).toBe(source);
	});

	it("keeps an author's own init in another stage", () => {
		const source = `FROM debian:12 AS a\nCOPY tini /tini\nENTRYPOINT ["/tini", "--"]\n\n${EXEC}`;
		expect(revert(rewrite(source).text).text).toBe(source);
	});

	it("gives back the init that was replaced", () => {
		const source = 'FROM debian:12\nENTRYPOINT [ "tini","-g" , "--","/app"]\n';
		expect(revert(rewrite(source, { replace: true }).text).text).toBe(source);
	});

	it("keeps what was changed by hand elsewhere", () => {
		const text = tampered(CMD_ONLY, 'CMD ["/app"]', 'EXPOSE 80\nCMD ["/other"]');
		expect(revert(text).text).toBe('FROM debian:12\nEXPOSE 80\nCMD ["/other"]\n');
	});

	it("keeps words that were added to a wrapped ENTRYPOINT", () => {
		expect(revert(tampered(EXEC, '"/app"', '"/app", "-v"')).text).toBe('FROM debian:12\nENTRYPOINT ["/app", "-v"]\n');
	});

	it("keeps a changed text of a wrapped shell form", () => {
		expect(revert(tampered(SHELL, '"/app"', '"/app \\"x\\""')).text).toBe('FROM debian:12\nENTRYPOINT /app "x"\n');
	});

	it("takes out an init whose options were changed by hand", () => {
		expect(revert(tampered(EXEC, '"--"', '"-e", "143", "--"')).text).toBe(EXEC);
	});

	it.each([
		["an added instruction that was changed", tampered(CMD_ONLY, /COPY .*/, "COPY app /app"), 4],
		["an added instruction of another kind", tampered(CMD_ONLY, /COPY .*/, "WORKDIR /x"), 4],
		["an ARG that was changed", tampered(CMD_ONLY, "ARG TARGETARCH", "ARG VERSION"), 2],
		["a count that is too large", tampered(CMD_ONLY, "next 2 instructions", "next 3 instructions").replace(/CMD.*/, "EXPOSE 80"), 6],
		["a count beyond the end", tampered(CMD_ONLY, "next 2 instructions", "next 7 instructions"), 3],
		["a marker at the end of the file", "FROM debian:12\nRUN x\n# pidone: added the next instruction\n", 3],
		["a wrapped ENTRYPOINT that is shell form now", tampered(EXEC, /ENTRYPOINT \[.*/, "ENTRYPOINT /app"), 3],
		["a wrapped ENTRYPOINT without an init", tampered(EXEC, '"/sbin/pidone", "--", ', ""), 3],
	])("refuses, with the position: %s", (_, text, line) => {
		const error = syntaxError(text);
		expect(error.line).toBe(line);
		expect(error.column).toBe(1);
		expect(error.message).toMatch(/pidone/);
	});

	it("refuses a file that does not parse", () => {
		expect(syntaxError("FROM a\nNOPE\n").line).toBe(2);
	});
});
