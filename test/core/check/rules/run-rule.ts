import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CheckOptions } from "../../../../src/core/check/check.ts";
import { rules } from "../../../../src/core/check/rules/index.ts";
import { makeRuleContext } from "../../../../src/core/check/rules/rule.ts";
import { followSource } from "../../../../src/core/command/follow-source.ts";

/** A finding as a test sees it: the text that it marks, and its message. */
export interface Seen {
	readonly text: string;
	readonly message: string;
	readonly stage: number | undefined;
}

/** What one rule finds in a text. Context files are given as path → text. */
export function runRule(
	code: string,
	source: string,
	context: Readonly<Record<string, string>> = {},
	options: CheckOptions = {},
): Seen[] {
	return run(code, source, (path) => context[path], options);
}

const FIXTURES = fileURLToPath(new URL("../../../fixtures/rules/", import.meta.url));

/** What one rule finds in the Dockerfile of a fixture, whose folder is the build context. */
export function runRuleOnFixture(code: string, name: string): Seen[] {
	const folder = join(FIXTURES, code, name);
	const read = (path: string): string | undefined => {
		const full = join(folder, path);
		return existsSync(full) && statSync(full).isFile() ? readFileSync(full, "utf8") : undefined;
	};
	return run(code, readFileSync(join(folder, "Dockerfile"), "utf8"), read, {});
}

function run(
	code: string,
	source: string,
	readContextFile: (path: string) => string | undefined,
	options: CheckOptions,
): Seen[] {
	const rule = rules.find((each) => each.code === code);
	if (rule === undefined) throw new Error(`there is no rule ${code}`);
	const known = { ...options, readContextFile };
	const file = followSource(source, known);
	const found = [...rule.check(file, makeRuleContext(file, known))];
	return found.map(({ start, end, message, stage }) => ({ text: source.slice(start, end), message, stage }));
}

/** Only what the findings mark. */
export function marked(found: readonly Seen[]): string[] {
	return found.map(({ text }) => text);
}
