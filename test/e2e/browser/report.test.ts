import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { checkFile } from "../../../src/core/check/check.ts";
import { followSource } from "../../../src/core/command/follow-source.ts";
import { explain } from "../../../src/core/explain/explain.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { rewriteFile } from "../../../src/core/rewrite/rewrite.ts";
import { writePage } from "../../../src/node/commands/page.ts";
import { diffOf } from "../../../src/node/work/diff.ts";
import { addFiles, CHANGING, makeFolder, runCli } from "../../cli/run-cli.ts";
import { SAMPLE } from "../../node/trial/sample-trial.ts";
import { launchChromium } from "./launch-chromium.ts";

const HOSTILE = 'FROM debian\nCMD ["</script><img src=x onerror=alert(1)>", "\u001b[31m\u202ex"]\n';
const NPM = "FROM node:22\nCMD npm start\n";
const FEW = {
	"api/Dockerfile": CHANGING,
	"api/worker/Dockerfile": NPM,
	"web/Dockerfile": 'FROM debian\nRUN apt-get install -y tini\nENTRYPOINT ["/usr/bin/tini", "--", "/app"]\n',
	"web/broken.Dockerfile": "FROM debian\nRUNN x\n",
	"</script>/Dockerfile": HOSTILE,
	"unknown/Dockerfile": "FROM acme/base\nCMD x\n",
	"scratch/Dockerfile": "FROM scratch\nCOPY a /\n",
};

let browser: Browser | undefined;
let problems: string[] = [];
beforeEach(async (context) => {
	browser ??= await launchChromium(context);
	problems = [];
});
afterAll(() => browser?.close());

/** Creates a report on files and opens it. Console messages, page errors, dialogs and other requests are problems. */
async function openReport(files: Readonly<Record<string, string>>, scheme: "light" | "dark" = "light"): Promise<Page> {
	const cwd = makeFolder(files);
	await runCli(["check", "--quiet", "--report", "report.html"], { cwd });
	return openPage(cwd, scheme);
}

async function openPage(cwd: string, scheme: "light" | "dark" = "light"): Promise<Page> {
	if (browser === undefined) throw new Error("BUG: there is no browser");
	const context = await browser.newContext({
		colorScheme: scheme,
		viewport: { width: 1280, height: 800 },
		offline: true,
	});
	const page = await context.newPage();
	page.on("console", (message) => problems.push(message.text()));
	page.on("pageerror", (error) => problems.push(error.message));
	page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`));
	page.on("request", (request) => {
		if (!/^file:.*report\.html/.test(request.url())) problems.push(`request: ${request.url()}`);
	});
	await page.goto(pathToFileURL(join(cwd, "report.html")).href);
	await page.waitForSelector("#files tbody a");
	return page;
}

const listed = (page: Page): Promise<string[]> => page.locator("#files tbody a").allTextContents();
const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement.textContent");
/**
 * Polls until the page has handled its events. The page's Content Security Policy prevents waitForFunction from
 * evaluating a string.
 */
const eventually = (read: () => unknown) => expect.poll(read, { timeout: 10_000 });

async function violations(page: Page): Promise<string[]> {
	// The page's Content Security Policy blocks scripts that are not its own, but the DevTools protocol bypasses it.
	await page.evaluate(axe.source);
	const result = (await page.evaluate("axe.run()")) as axe.AxeResults;
	return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe("the report", () => {
	it("shows totals, and a row for each file, the worst first", async () => {
		const page = await openReport(FEW);
		expect(await listed(page)).toEqual([
			"web/broken.Dockerfile",
			"unknown/Dockerfile",
			"</script>/Dockerfile",
			"api/Dockerfile",
			"api/worker/Dockerfile",
			"web/Dockerfile",
			"scratch/Dockerfile",
		]);
		expect(await page.locator("#totals strong").allTextContents()).toEqual(["1", "1", "3", "1", "1"]);
		expect(await page.locator("#chart .name").allTextContents()).toEqual(["api", "web", "<", "scratch", "unknown"]);
		for (const sum of await page.locator("#chart .sum").allTextContents())
			expect(sum).toMatch(/^(?:1 file|[2-9] files): /);
		expect(problems).toEqual([]);
	});

	it("filters by text, outcome, finding and folder", async () => {
		const page = await openReport(FEW);
		await page.getByLabel("Search").fill("npm");
		expect(await listed(page)).toEqual(["api/worker/Dockerfile"]);
		expect(await page.locator("#count").textContent()).toBe("1 of 7 files");
		await page.getByRole("button", { name: "Reset" }).click();
		await eventually(() => page.locator("#count").textContent()).toBe("7 files");
		await page.getByRole("combobox", { name: "Finding" }).selectOption("package-manager-pid1");
		expect(await listed(page)).toEqual(["api/worker/Dockerfile"]);
		await page.getByRole("combobox", { name: "Finding" }).selectOption("");
		await page.locator("#totals button", { hasText: "Has an init" }).click();
		expect(await listed(page)).toEqual(["web/Dockerfile"]);
		await page.getByRole("combobox", { name: "Outcome" }).selectOption("");
		await page.locator("#chart .name", { hasText: "api" }).click();
		expect(await listed(page)).toEqual(["api/Dockerfile", "api/worker/Dockerfile"]);
		expect(problems).toEqual([]);
	});

	it("sorts by a column, and turns the order", async () => {
		const page = await openReport(FEW);
		const head = page.getByRole("button", { name: "File", exact: true });
		await head.click();
		const sorted = Object.keys(FEW).sort();
		expect(await listed(page)).toEqual(sorted);
		await eventually(() => focused(page)).toBe("File");
		await page.keyboard.press("Enter");
		expect(await listed(page)).toEqual(sorted.toReversed());
		expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
	});

	it("opens a file with its findings, processes and change, by a click and by its address", async () => {
		const page = await openReport(FEW);
		await page.getByRole("link", { name: "api/worker/Dockerfile" }).click();
		const dialog = page.getByRole("dialog", { name: "api/worker/Dockerfile" });
		await dialog.waitFor();
		expect(await dialog.locator(".problem h4").allTextContents()).toEqual([
			"warning rewritten at 2:1",
			"warning shell-form at 2:1",
			"warning package-manager-pid1 at 2:1",
		]);
		expect(
			await dialog.locator("figure svg").evaluateAll((all) => all.map((each) => each.getAttribute("aria-label"))),
		).toEqual([
			expect.stringMatching(/^Before\. PID 1: /),
			expect.stringMatching(
				/^After pidone rewrite\. PID 1: \/sbin\/pidone -g --, gets SIGTERM and forwards it, reaps every orphan\. child: /,
			),
		]);
		expect((await dialog.locator(".line.added").allTextContents()).join("")).toContain(
			'+ENTRYPOINT ["/sbin/pidone", "-g", "--"',
		);
		expect(await dialog.locator(".line .keyword").count()).toBeGreaterThan(3);
		await dialog.getByText("About shell-form").click();
		expect(await dialog.getByText("In shell form, Docker passes the text to a shell.").isVisible()).toBe(true);
		await page.reload();
		await dialog.waitFor();
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		// The dialog is hidden before it fires the event that clears the fragment of the URL.
		await eventually(() => page.url()).not.toContain("#");
		expect(problems).toEqual([]);
	});

	it("shows hostile text as text", async () => {
		const page = await openReport(FEW);
		await page.getByRole("link", { name: "</script>/Dockerfile" }).click();
		const text = (await page.getByRole("dialog").textContent()) ?? "";
		expect(text).toContain('CMD ["</script><img src=x onerror=alert(1)>", "␛[31m\ufffdx"]');
		expect(text).not.toMatch(/[\u001b\u202e]/);
		expect(await page.locator("img").count()).toBe(0);
		expect(problems).toEqual([]);
	});

	it.each(["light", "dark"] as const)("shows what trials have measured, %s", async (scheme) => {
		const hostile = { ...SAMPLE.before, processes: { command: HOSTILE, onStop: "<b>", children: [] } };
		const trials = [SAMPLE, { ...SAMPLE, target: "</script>/Dockerfile", before: hostile }];
		const cwd = makeFolder({ Dockerfile: NPM, ...FEW });
		for (const [index, trial] of trials.entries())
			addFiles(cwd, { [`${index}.json`]: JSON.stringify({ version: "1", ...trial }) });
		await runCli(["check", "--quiet", "--report", "report.html", "--trial", "0.json", "--trial", "1.json"], { cwd });
		const page = await openPage(cwd, scheme);
		await page.getByRole("link", { name: "Dockerfile", exact: true }).press("Enter");
		const dialog = page.getByRole("dialog", { name: "Dockerfile", exact: true });
		const row = (name: string): Promise<string[]> =>
			dialog.getByRole("row", { name }).getByRole("cell").allTextContents();
		await eventually(() => row("stop (SIGTERM)")).toEqual(["10.2 s", "0.5 s"]);
		expect(await row("end")).toEqual(["137, killed by the engine", "143, not killed"]);
		expect(await row("PID 1")).toEqual(["/bin/sh -c npm start", "/sbin/pidone -g -- /bin/sh -c npm start"]);
		expect(await dialog.locator(".trial svg").evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([
			expect.stringMatching(/^Seen without the init\. PID 1: \/bin\/sh -c npm start, has no handler for SIGTERM/),
			expect.stringMatching(/^Seen with the init\. PID 1: \/sbin\/pidone -g .*child: 6 npm start, SIGTERM ended it/),
		]);
		expect(await violations(page)).toEqual([]);
		await page.setViewportSize({ width: 400, height: 800 });
		expect(await page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")).toBe(true);
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press("Escape");
		await page.getByRole("link", { name: "</script>/Dockerfile" }).press("Enter");
		const text = (await page.getByRole("dialog", { name: "</script>/Dockerfile" }).textContent()) ?? "";
		expect(text).toContain("</script><img src=x onerror=alert(1)>");
		expect(text).not.toMatch(/[\u001b\u202e]/);
		expect(problems).toEqual([]);
	});

	it("is used with the keyboard alone", async () => {
		const page = await openReport(FEW);
		await page.getByRole("button", { name: "Findings" }).focus();
		await page.keyboard.press("Tab");
		await eventually(() => focused(page)).toBe("web/broken.Dockerfile");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("End");
		await page.keyboard.press("ArrowUp");
		await eventually(() => focused(page)).toBe("web/Dockerfile");
		await page.keyboard.press("Enter");
		await page.getByRole("dialog", { name: "web/Dockerfile" }).waitFor();
		await page.getByRole("button", { name: "Next file" }).press("Enter");
		await page.getByRole("dialog", { name: "scratch/Dockerfile" }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await eventually(() => focused(page)).toBe("web/Dockerfile");
	});

	it.each(["light", "dark"] as const)("has no violations that axe finds, %s, closed and open", async (scheme) => {
		const page = await openReport(FEW, scheme);
		expect(await violations(page)).toEqual([]);
		await page.getByRole("link", { name: "api/worker/Dockerfile" }).click();
		await page.getByText("About shell-form").click();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press("Escape");
		await page.setViewportSize({ width: 400, height: 800 });
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
	});

	it("of nothing says so", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const { code } = await runCli(["check", "--report", "report.html", "--shard", "1/2"], { cwd });
		const other = await runCli(["check", "--report", "other.html", "--shard", "2/2"], { cwd });
		expect([code, other.code].sort()).toEqual([0, 1]);
		const page = await browser?.newPage();
		for (const name of ["report.html", "other.html"]) await page?.goto(pathToFileURL(join(cwd, name)).href);
		await page?.waitForSelector("#main:not([hidden])");
	});
});

describe("a report of 10,000 files", () => {
	const sources = [CHANGING, NPM, "FROM acme/base\nCMD app\n"];
	const path = (index: number): string => `team-${index % 40}/service-${index}/Dockerfile`;

	const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

	it("is small, opens and scrolls with few rows, and says how long that took", async () => {
		const kinds = sources.map((source) => {
			const file = followSource(source, {});
			const { isChanged, outcomes, text } = rewriteFile(file, {});
			const detail = { diff: diffOf("x", source, text), stages: explain(source) };
			return { source, outcomes, findings: checkFile(file, outcomes, {}), isChanged, isWritten: false, detail };
		});
		const files = Array.from({ length: 10_000 }, (_, index) => ({ ...kinds[index % 3], path: path(index) }));
		const cwd = makeFolder();
		const begin = performance.now();
		writePage({ version: "1", files: files as FileReport[] }, "report.html", cwd);
		const made = performance.now() - begin;
		expect(statSync(join(cwd, "report.html")).size).toBeLessThan(15e6);
		const page = await openPage(cwd);
		const start = performance.now();
		await page.reload();
		await page.waitForSelector("#files tbody a");
		const opened = performance.now() - start;
		process.stderr.write(`e2e: a report of 10,000 files: ${seconds(made)} s to make, ${seconds(opened)} s to open\n`);
		expect(await page.locator("#files tbody tr").count()).toBeLessThan(70);
		await page.evaluate("document.querySelector('#files tbody a').focus()");
		await page.keyboard.press("End");
		await page.waitForSelector("#files tbody tr:focus-within[aria-rowindex='10001']");
		expect(await page.locator("#files tbody tr").count()).toBeLessThan(70);
		await page.evaluate("scrollTo(0, document.body.scrollHeight / 2)");
		const isScrolled = "document.elementFromPoint(200, 400)?.closest('tr')?.dataset.index > 3000";
		await eventually(() => page.evaluate(isScrolled)).toBe(true);
		expect(problems).toEqual([]);
	});

	it("prints every row", async () => {
		const page = await openReport(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [path(index), NPM])));
		expect((await listed(page)).length).toBeLessThan(70);
		await page.evaluate("dispatchEvent(new Event('beforeprint'))");
		expect(await listed(page)).toHaveLength(100);
		await page.evaluate("dispatchEvent(new Event('afterprint'))");
		expect((await listed(page)).length).toBeLessThan(70);
	});
});
