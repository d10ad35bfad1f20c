import { type CheckOptions, check } from "../../core/check/check.ts";
import type { Finding } from "../../core/finding.ts";
import type { RewriteResult } from "../../core/rewrite/result.ts";

/**
 * What there is to say of live orphans: that the init could end those under supervisord, or that what it is to end is a
 * daemon.
 */
export function findProposals(
	{ isChanged }: Pick<RewriteResult, "isChanged">,
	source: string,
	options: CheckOptions,
): Finding[] {
	if (!isChanged || (!source.includes("supervisord") && !options.initOptions?.includes("--kill-orphans"))) return [];
	return check(source, options).findings.filter(({ code }) => code === "live-orphans");
}
