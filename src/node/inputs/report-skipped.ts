import { toOneLine } from "../../core/report/printable.ts";
import type { Discovery } from "../files/discover.ts";
import type { Io } from "../io.ts";
import { listNames } from "../list-names.ts";
import type { Flags } from "../settings/flags.ts";

/**
 * Reports on standard error what was skipped: folders and globs without Dockerfiles, unreadable folders, and templates,
 * which share one line.
 */
export function reportSkipped({ files, templates, empty, unread }: Discovery, { quiet }: Flags, io: Io): void {
	if (quiet) return;
	for (const { path, reason } of unread) io.err(`${toOneLine(`${path}: skipped: ${reason}`)}\n`);
	// If nothing was found in the current folder, another message says so.
	for (const path of empty)
		if (path !== "." || files.length > 0) io.err(`${toOneLine(`${path}: no Dockerfile found`)}\n`);
	if (templates.length > 0) io.err(`${toOneLine(describeTemplates(templates))}\n`);
}

function describeTemplates(templates: readonly string[]): string {
	const subject = templates.length === 1 ? "1 template was skipped" : `${templates.length} templates were skipped`;
	return `${subject}: ${listNames(templates)}`;
}
