import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runInThisContext } from "node:vm";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { bundleLibrary, USE } from "../../package/bundle-library.ts";

const executablePath = (process.env.PATH ?? "")
	.split(delimiter)
	.map((folder) => join(folder, "chromium"))
	.find((file) => existsSync(file));

it("the library does in Chromium what it does in Node.js", async (context) => {
	if (executablePath === undefined) return context.skip("chromium is not there: apt-get install chromium");
	// Its sandbox cannot be set up by root, as which CI runs; the page is our own.
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
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
