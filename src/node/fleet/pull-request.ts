import { toPrintableLines } from "../../core/report/printable.ts";
import type { RewrittenFile } from "./rewritten-tree.ts";

/** GitHub's limit is 65,536 characters. */
const MAX_BODY = 60_000;

export const TITLE = "Run containers through an init";

/** A commit's message, unless the user has a template for it. */
export const MESSAGE_TEMPLATE = `${TITLE}

The program of a container runs as PID 1. There the kernel drops signals
that have no handler, and orphaned processes become its children, so
docker stop takes ten seconds and then kills, and zombies pile up.

Changed by pidone {{version}}, which read its own output back and compared
what runs. To undo it: pidone revert --write

{{files}}
`;

/** The values of a template for a commit's message. */
export interface MessageValues {
	readonly version: string;
	readonly branch: string;
	readonly repository: string;
	/** The Dockerfiles, a line for each. */
	readonly files: string;
}

/** Fills a template's `{{names}}`; unknown names stay as they are. */
export function fillMessage(template: string, values: MessageValues): string {
	return template.replace(/\{\{\s*(version|branch|repository|files)\s*\}\}/g, (_, name: keyof MessageValues) =>
		toPrintableLines(values[name]),
	);
}

/** The text of a pull request, in Markdown: why, what runs before and after, how it was verified, how to undo it. */
export function pullRequestBody(files: readonly RewrittenFile[], added: readonly string[], version: string): string {
	const head = [
		"The program of a container runs as PID 1. There the kernel drops signals that have no handler, so `docker stop` and",
		"Kubernetes wait for the whole grace period and then kill the program in the middle of its work; and orphaned",
		"processes become its children, so zombies pile up. An init as PID 1 forwards signals and reaps orphans.",
		"",
		"## What changes",
		"",
	].join("\n");
	const tail = [
		...(added.length === 0 ? [] : ["", "Added for the build:", "", ...added.map((path) => `- ${toCode(path)}`)]),
		"",
		"## How it was verified",
		"",
		`pidone ${version} read each rewritten file back: what runs after the init is, word for word, what ran before. A second`,
		"rewrite changes nothing, and `pidone revert` gives the original file, byte for byte. Nothing was built or measured.",
		"",
		"## How to undo it",
		"",
		"Revert this commit, or run `pidone revert --write`.",
		"",
	].join("\n");
	return head + takeSections(files.map(describeFile), MAX_BODY - head.length - tail.length) + tail;
}

/** The sections that fit, and the number of the remaining ones. */
function takeSections(sections: readonly string[], room: number): string {
	const taken: string[] = [];
	let left = room - 100;
	for (const section of sections) {
		if (section.length > left) break;
		left -= section.length;
		taken.push(section);
	}
	const missing = sections.length - taken.length;
	return (
		taken.join("\n") + (missing === 0 ? "" : `\nAnd ${missing === 1 ? "1 more file" : `${missing} more files`}.\n`)
	);
}

function describeFile({ path, explanation }: RewrittenFile): string {
	const text = toPrintableLines(explanation).trimEnd();
	const fence = fenceFor(text);
	return `### ${toCode(path)}\n\n${fence}text\n${text}\n${fence}\n`;
}

/** A fence that does not occur in the text (CommonMark: fenced code blocks). */
function fenceFor(text: string): string {
	return "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
}

/** A code span: with a longer run of backticks than it contains (CommonMark: code spans). */
function toCode(text: string): string {
	const line = toPrintableLines(text.replaceAll("\n", "␊"));
	const ticks = "`".repeat(Math.max(1, ...[...line.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return line.includes("`") ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}
