import { describe, expect, it } from "vitest";
import { copiesFrom, INIT_CONTEXT } from "../../../src/core/install/init-context.ts";

describe("copiesFrom", () => {
	it.each([
		["COPY --from=pidone-init a /b", true],
		["FROM x\n  copy --chown=0:0 --from=pidone-init a /b\n", true],
		["ONBUILD COPY --from=pidone-init a /b", true],
		["COPY --from=pidone-init-2 a /b", false],
		["COPY --from=x-pidone-init a /b", false],
		["# COPY --from=pidone-init a /b", false],
		["RUN COPY --from=pidone-init a /b", false],
		["FROM pidone-init", false],
	])("%j: %j", (text, expected) => {
		expect(copiesFrom(INIT_CONTEXT).test(text)).toBe(expected);
	});
});
