import type { FileReport } from "../../core/report/report.ts";
import type { InlineDockerfile, StatedBuild } from "../build-definitions/model/stated-build.ts";
import type { FoundFile } from "../files/walk.ts";

/** A file to be dealt with. */
export interface TaskFile extends FoundFile {
	/** The builds that use it, as other files state them. */
	readonly builds?: readonly StatedBuild[];
	/** The files in which they are stated, absolute, and those that these refer to, whether they are there or not. */
	readonly statedIn?: readonly string[];
	/** Whether a walk knows it by its name: it also counts as built without a file that says so. */
	readonly isFoundByName?: boolean;
	/** A Dockerfile that is written in the file. */
	readonly inline?: InlineDockerfile;
	/** Why there is nothing to be done: the file is to state builds, and has a mistake. */
	readonly failure?: Pick<FileReport, "source" | "error">;
}
