import type { Finding } from "../../core/finding.ts";
import type { Outcome } from "../../core/rewrite/outcome.ts";
import type { WorkResult } from "./work.ts";

/** The result for one variant of a file's build. */
export interface VariantResult {
	readonly result: WorkResult;
	/** The builds of this variant. */
	readonly builds: readonly string[];
}

/**
 * Merges the results for all builds of a file: the findings of each. If the builds need different rewrites, there is no
 * text that is right for all of them.
 */
export function mergeVariants(variants: readonly [VariantResult, ...VariantResult[]]): WorkResult {
	const [{ result: first, builds }, ...others] = variants;
	if (others.length === 0) return first;
	const odd = others.find(({ result }) => result.newText !== first.newText);
	const all = variants.map(({ result }) => result);
	if (odd === undefined)
		return {
			...first,
			findings: uniteFindings(all),
			...uniteFolders(all),
			isChanged: all.some(({ isChanged }) => isChanged),
		};
	const message = `${odd.builds[0]} needs a different rewrite from ${builds[0]}: give one of them its own Dockerfile, or use pidone build`;
	const refuse = <T extends Outcome | Finding>(each: T): T =>
		each.code === "rewritten" ? { ...each, code: "cannot-install", message } : each;
	const { newText: _, ...rest } = first;
	return {
		...rest,
		outcomes: first.outcomes.map(refuse),
		findings: uniteFindings(all.map(({ findings }) => ({ findings: findings.map(refuse) }))),
		isChanged: false,
	};
}

function uniteFindings(results: readonly Pick<WorkResult, "findings">[]): Finding[] {
	const all = new Map<string, Finding>();
	for (const finding of results.flatMap(({ findings }) => findings)) {
		const { code, start, end, message } = finding;
		const key = JSON.stringify([code, start, end, message]);
		if (!all.has(key)) all.set(key, finding);
	}
	return [...all.values()].sort((left, right) => left.start - right.start);
}

function uniteFolders(results: readonly WorkResult[]): Pick<WorkResult, "missingFrom"> {
	const folders = results.flatMap(({ missingFrom = [] }) => missingFrom);
	return folders.length === 0 ? {} : { missingFrom: [...new Set(folders)] };
}
