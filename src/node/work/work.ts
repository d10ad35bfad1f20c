import type { CheckOptions } from "../../core/check/check.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { ReplacedFile } from "../files/hard-links.ts";

/** A Dockerfile to process. */
export interface Task {
	/** As the user named it. */
	readonly path: string;
	/** Absolute; undefined for stdin. */
	readonly file: string | undefined;
	/** The folder, as an absolute path, in which a walk has found it. */
	readonly within?: string;
	readonly source: string;
	readonly options: CheckOptions;
	/** The path for `pidone emit --for`: the build definition, or the Dockerfile itself. */
	readonly emitFor: string;
	/** Whether it is written inside another file. */
	readonly isInline: boolean;
	/** The build context, absolute; undefined for a text without a place. */
	readonly context: string | undefined;
}

/** The result for a file: plain data, which threads can exchange. */
export interface FileResult extends FileReport {
	/** The new text of standard input. */
	readonly text?: string;
	/** The file that the new text replaced, and the folder in which a walk had found it. */
	readonly replaced?: ReplacedFile & Pick<Task, "within">;
	/** Folders from which the new text copies pidone, and which lack it. */
	readonly missingFrom?: readonly string[];
	/** Whether the new text leaves the architecture to the builder, and the old one does not. */
	readonly takesArchitecture?: boolean;
}

/** The result before anything is written, without the path. */
export type WorkResult = Omit<FileResult, "path"> & {
	/** The text to write. */
	readonly newText?: string;
};

/** What a command does with a file. */
export interface Work {
	/** Examines the file, once for each variant of its build. */
	readonly look: (task: Task) => WorkResult | Promise<WorkResult>;
	/** Changes the file, or only computes the diff. */
	readonly change?: (task: Task, text: string) => Partial<FileResult>;
}
