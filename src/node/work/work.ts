import type { CheckOptions } from "../../core/check/check.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { ReplacedFile } from "../files/hard-links.ts";

/** A Dockerfile in work. */
export interface Task {
	/** As the user named it. */
	readonly path: string;
	/** Absolute; undefined for stdin. */
	readonly file: string | undefined;
	/** The folder, as an absolute path, in which a walk has found it. */
	readonly within?: string;
	readonly source: string;
	readonly options: CheckOptions;
	/** What `pidone emit --for` takes to find the build context: the file that says how it is built, or itself. */
	readonly emitFor: string;
	/** Whether it is written in another file. */
	readonly isInline: boolean;
	/** The build context, absolute; undefined for a text without a place. */
	readonly context: string | undefined;
}

/** What a command finds out about a file: plain data, which one thread can hand to another. */
export interface FileResult extends FileReport {
	/** The new text of standard input. */
	readonly text?: string;
	/** The file that the new text took the place of, and the folder in which a walk had found it. */
	readonly replaced?: ReplacedFile & Pick<Task, "within">;
	/** Folders from which the new text copies pidone, and which lack it. */
	readonly missingFrom?: readonly string[];
	/** Whether the new text leaves the architecture to the builder, and the old one does not. */
	readonly takesArchitecture?: boolean;
}

/** What a command finds out, before anything is written; the path is added. */
export type WorkResult = Omit<FileResult, "path"> & {
	/** The text that the file is to have. */
	readonly newText?: string;
};

/** What a command does with a file. */
export interface Work {
	/** Looks at the file, once for each of the ways in which it is built. */
	readonly look: (task: Task) => WorkResult | Promise<WorkResult>;
	/** Changes the file, or says what would change. */
	readonly change?: (task: Task, text: string) => Partial<FileResult>;
}
