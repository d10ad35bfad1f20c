import { readFileSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { type Grouping, toPageData } from "../../core/report/page-data.ts";
import type { PageTrial } from "../../core/report/page-trial.ts";
import type { Report } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import { findWorkTree } from "../files/git-ignore.ts";
import { reasonOf } from "../files/read-source.ts";
import { packageRoot } from "../package-root.ts";
import { writeOutputs } from "./outputs.ts";

/** The page without data, which `npm run build` makes from src/report-page. */
const emptyPage = new URL("dist/report.html", packageRoot);
/** The placeholder for the data in it. */
const PLACE = "{{data}}";

/**
 * Writes the HTML report as one self-contained file. The data is compressed, so the page for ten thousand files is
 * smaller than most pictures; the browser unpacks it when it opens the page. Throws UserError.
 * @param trials by the paths of files
 */
export function writePage(
	report: Report,
	path: string,
	cwd: string,
	trials: ReadonlyMap<string, readonly PageTrial[]> = new Map(),
): void {
	const data = gzipSync(JSON.stringify(toPageData(report, groupFiles(report, cwd), trials))).toString("base64");
	const bytes = new TextEncoder().encode(readEmptyPage().replace(PLACE, data));
	writeOutputs([{ path, bytes, mode: 0o644 }], cwd);
}

function readEmptyPage(): string {
	try {
		return readFileSync(emptyPage, "utf8");
	} catch (error) {
		throw new UserError(
			`the page of reports is missing (${reasonOf(error)}): reinstall pidone, or run npm run build in a clone`,
			{
				cause: error,
			},
		);
	}
}

/** Groups files by repository if there are several, else by the first folder of their paths. */
function groupFiles({ files }: Report, cwd: string): Grouping {
	const roots = new Map<string, string | undefined>();
	const rootOf = (path: string): string | undefined => {
		const folder = dirname(resolve(cwd, path));
		if (!roots.has(folder)) roots.set(folder, findWorkTree(folder));
		return roots.get(folder);
	};
	for (const { path } of files) rootOf(path);
	const hasSeveral = new Set(roots.values()).size > 1;
	return {
		noun: hasSeveral ? "repository" : "folder",
		groupOf: (path) => {
			const root = hasSeveral ? rootOf(path) : undefined;
			const inside = relative(cwd, root ?? resolve(cwd, path)).split(sep);
			if (root !== undefined) return inside.join("/") || basename(cwd);
			return inside.length > 1 ? (inside.find((part) => part !== "..") ?? ".") : ".";
		},
	};
}
