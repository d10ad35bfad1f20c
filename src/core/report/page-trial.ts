import type { PageProcess } from "./page-process.ts";

/** What a trial of a Dockerfile has measured, as the HTML report shows it. Every text in it is printable. */
export interface PageTrial {
	/** The container engine, and its version. */
	readonly engine: string;
	/** What the init improves. */
	readonly kind: "helps" | "changes nothing" | "breaks";
	readonly summary: string;
	readonly notes: readonly string[];
	readonly rows: readonly PageTrialRow[];
	readonly stopSignal?: string;
	/** The processes without the init, and with it. */
	readonly before?: PageProcess;
	readonly after?: PageProcess;
}

/** The measurements of both containers. */
export interface PageTrialRow {
	readonly what: string;
	readonly before: string;
	readonly after: string;
}
