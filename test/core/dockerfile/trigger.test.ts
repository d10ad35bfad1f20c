import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import { triggerOf } from "../../../src/core/dockerfile/trigger.ts";

describe("triggerOf", () => {
	it.each([
		['ONBUILD CMD ["a"]', "CMD", [], '["a"]'],
		["onbuild  copy --from=a b \\\n  c", "COPY", ["--from=a"], "b   c"],
		["ONBUILD \\\n# comment\n  ENTRYPOINT a", "ENTRYPOINT", [], "a"],
	])("of %j knows its parts and its place", (source, keyword, flags, argument) => {
		const [onbuild] = scanDockerfile(source).instructions;
		if (onbuild === undefined) throw new Error("no instruction");
		const trigger = triggerOf(onbuild, "\\");
		expect(trigger).toMatchObject({ keyword, flags, isTrigger: true, lineStart: onbuild.lineStart });
		expect(trigger.argument.text).toBe(argument);
		expect(source.slice(trigger.start, trigger.start + keyword.length).toUpperCase()).toBe(keyword);
		expect(source.charAt(trigger.argument.offsetAt(0))).toBe(argument.charAt(0));
	});
});
