import { describe, expect, it } from "vitest";
import { flagValue } from "../../../src/core/dockerfile/instruction.ts";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";

describe("flagValue", () => {
	it.each([
		["COPY --from=a b c", "from", "a"],
		["COPY --from=a=b --chown=x b c", "from", "a=b"],
		["COPY --from= b c", "from", ""],
		["COPY --link b c", "link", undefined],
		["COPY --fromage=a b c", "from", undefined],
		["COPY b --from=a", "from", undefined],
	])("of %j, %s is %s", (source, name, expected) => {
		const [copy] = scanDockerfile(source).instructions;
		expect(copy && flagValue(copy, name)).toBe(expected);
	});
});
