import { createContext, runInContext, runInThisContext } from "node:vm";
import { expect, it } from "vitest";
import { bundleLibrary, USE } from "./bundle-library.ts";

it("needs nothing but ECMAScript", async () => {
	const code = await bundleLibrary();
	const bare = createContext({});
	runInContext(code, bare);
	const result = String(runInContext(USE, bare));
	expect(JSON.parse(result)).toMatchObject([
		expect.stringContaining('ENTRYPOINT ["/sbin/pidone", "-g", "--"]\nCMD python app.py # ü\n'),
		[{ code: "not-selected" }, { code: "rewritten" }],
		expect.any(Array),
		{ isChanged: true },
		{ findings: expect.any(Array) },
		[{}, {}],
		[
			[true, expect.any(String), 1],
			[true, expect.stringContaining("65535 bytes"), 2],
		],
	]);
	expect(result).toBe(runInThisContext(`(() => { ${code}; return ${USE}; })()`));
});
