import { runInThisContext } from "node:vm";
import { expect, it } from "vitest";
import { bundleLibrary, USE } from "../../package/bundle-library.ts";
import { launchChromium } from "./launch-chromium.ts";

it("the library does in Chromium what it does in Node.js", async (context) => {
	const browser = await launchChromium(context);
	try {
		const code = await bundleLibrary();
		const page = await browser.newPage();
		const errors: string[] = [];
		page.on("pageerror", (error) => errors.push(error.message));
		await page.addScriptTag({ content: code });
		const result = await page.evaluate(USE);
		expect(errors).toEqual([]);
		expect(result).toBe(runInThisContext(`(() => { ${code}; return ${USE}; })()`));
		expect(await page.evaluate("[typeof Buffer, typeof process]")).toEqual(["undefined", "undefined"]);
	} finally {
		await browser.close();
	}
});
