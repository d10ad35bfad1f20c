import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { TestContext } from "vitest";

/** Starts Debian's Chromium; skips the test where it is not there. */
export async function launchChromium(context: TestContext): Promise<Browser> {
	const executablePath = (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, "chromium"))
		.find((file) => existsSync(file));
	if (executablePath === undefined) return context.skip("chromium is not there: apt-get install chromium");
	// Its sandbox cannot be set up by root, as which CI runs; the pages are our own.
	return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
