import { type CheckOptions, check } from "../findings/check.ts";
import type { Finding } from "../findings/finding.ts";
import type { RewriteResult } from "../rewrite/rewrite.ts";

/** What an init that is put in could do besides, and does not do unasked: end the live orphans of programs under supervisord. */
export function findProposals({ isChanged }: Pick<RewriteResult, "isChanged">, source: string, options: CheckOptions): Finding[] {
	if (!isChanged || !source.includes("supervisord")) return [];
	return check(source, options).findings.filter(({ code }) => code === "live-orphans");
}
