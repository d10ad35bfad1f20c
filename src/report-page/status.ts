import type { PageFile, PageStatus } from "../core/report/page-data.ts";

/** What happened to a file, in the page's terms, worst first. */
export const STATUSES: readonly { readonly status: PageStatus; readonly label: string; readonly hint: string }[] = [
	{ status: "failed", label: "Failed", hint: "cannot be read, or does not parse" },
	{ status: "unclear", label: "Unclear", hint: "pidone does not know enough, or cannot install the init" },
	{ status: "changes", label: "Needs an init", hint: "pidone rewrite would change it" },
	{ status: "rewritten", label: "Rewritten", hint: "pidone rewrite has changed it" },
	{ status: "init", label: "Has an init", hint: "an init runs as PID 1" },
	{ status: "nothing", label: "Nothing to do", hint: "it runs nothing that needs an init" },
];

/** The label of a status. */
export function labelOf(status: PageStatus): string {
	return STATUSES.find((each) => each.status === status)?.label ?? status;
}

/** How many files have each status. */
export function countStatuses(files: readonly PageFile[]): ReadonlyMap<PageStatus, number> {
	const counts = new Map<PageStatus, number>();
	for (const { status } of files) counts.set(status, (counts.get(status) ?? 0) + 1);
	return counts;
}
