import type { CheckOptions } from "../../core/check/check.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { ReplacedFile } from "../files/hard-links.ts";

/** A Dockerfile to process. */
export interface Task {
	/** As the user named it. */
	readonly path: string;
	/** Absolute; undefined for stdin. */
	readonly file: string | undefined;
	/** The folder whose walk found it, absolute. */
	readonly within?: string;
	readonly source: string;
	readonly options: CheckOptions;
	/** What to pass to `pidone emit --for`: the path of the build definition, or of the Dockerfile itself. */
	readonly emitFor: string;
	/** Whether it is written inside another file. */
	readonly isInline: boolean;
	/** The build context, absolute; undefined for text from nowhere on disk. */
	readonly context: string | undefined;
	/** Whether the context is only the default: neither an option nor a build definition names it. */
	readonly isContextAssumed: boolean;
}

/** The result for a file: plain data that can be sent between threads. */
export interface FileResult extends FileReport {
	/** The new text of standard input. */
	readonly text?: string;
	/** The file that the new text replaced, and the folder whose walk found it. */
	readonly replaced?: ReplacedFile & Pick<Task, "within">;
	/** Folders from which the new text copies pidone, and which lack it. */
	readonly missingFrom?: readonly string[];
	/** What is odd about the build context from which the new text copies pidone. */
	readonly contextDoubt?: string;
	/** Whether the new text uses ARG TARGETARCH on a line that the old one lacks. */
	readonly addsTargetArch?: boolean;
}

/** The result before anything is written, without the path. */
export type WorkResult = Omit<FileResult, "path"> & {
	/** The text to write. */
	readonly newText?: string;
};

/** What a command does with a file. */
export interface Work {
	/** Examines the file, once for each variant of its build. */
	readonly examine: (task: Task) => WorkResult | Promise<WorkResult>;
	/** Writes the new text, or shows it as a diff: whatever the flags request. */
	readonly apply?: (task: Task, text: string) => Partial<FileResult>;
}

/** The result of work that only reads the file. */
export function makeUnchanged(source: string): WorkResult {
	return { source, outcomes: [], findings: [], isChanged: false, isWritten: false };
}
