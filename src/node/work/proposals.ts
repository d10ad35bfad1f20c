import type { CheckOptions } from "../../core/check/check.ts";
import type { Finding } from "../../core/finding.ts";
import type { RewriteResult } from "../../core/rewrite/result.ts";

/**
 * Proposals about live orphans: that the init could end those under supervisord, or that what it should end is a
 * daemon. The rules are loaded only if there may be something to propose.
 */
export async function findProposals(
	{ isChanged }: Pick<RewriteResult, "isChanged">,
	source: string,
	options: CheckOptions,
): Promise<Finding[]> {
	if (!isChanged || (!source.includes("supervisord") && !options.initOptions?.includes("--kill-orphans"))) return [];
	const { check } = await import("../../core/check/check.ts");
	return check(source, options).findings.filter(({ code }) => code === "live-orphans");
}
