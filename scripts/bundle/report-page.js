// The page of HTML reports.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const source = new URL("../../src/report-page/", import.meta.url);
const rulePages = new URL("../../docs/rules/", import.meta.url);

/** The end of the policy of HTML reports. */
const NOTHING_ELSE = "base-uri 'none'; form-action 'none'";

/** One file with everything but the data. Its policy allows it to run its own script, and to load nothing. */
export async function makeReportPage() {
	const input = fileURLToPath(new URL("main.ts", source));
	const bundle = await rolldown({ platform: "browser", input, tsconfig: false });
	const {
		output: [{ code: script }],
	} = await bundle.generate({ format: "iife", minify: true });
	const style = readFileSync(new URL("style.css", source), "utf8");
	const rules = Object.fromEntries(
		readdirSync(rulePages).map((file) => [file.replace(/\.md$/, ""), readFileSync(new URL(file, rulePages), "utf8")]),
	);
	const hashOf = (/** @type {string} */ text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
	// The template is valid HTML, CSS, JSON and JavaScript, so that editors and the formatter understand it.
	/** @type {ReadonlyMap<string, string>} */
	const parts = new Map([
		["{{policy}}", `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; ${NOTHING_ELSE}`],
		["<style>\n\t\t\t/* {{style}} */\n\t\t</style>", `<style>${style}</style>`],
		['"{{rules}}"', JSON.stringify(rules).replaceAll("<", "\\u003c")],
		["<script>\n\t\t\t/* {{script}} */\n\t\t</script>", `<script>${script}</script>`],
	]);
	const page = readFileSync(new URL("index.html", source), "utf8");
	return [...parts].reduce((text, [place, part]) => {
		if (!text.includes(place)) throw new Error(`src/report-page/index.html lacks ${place}`);
		return text.replace(place, () => part);
	}, page);
}
