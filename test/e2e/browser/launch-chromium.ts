import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { TestContext } from "vitest";

/** Starts Debian's Chromium, or skips the test if it is not installed. */
export async function launchChromium(context: TestContext): Promise<Browser> {
	const executablePath = (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, "chromium"))
		.find((file) => existsSync(file));
	if (executablePath === undefined) return context.skip("chromium is not there: apt-get install chromium");
	// CI runs as root, and root cannot set up Chromium's sandbox. The pages are our own.
	return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
