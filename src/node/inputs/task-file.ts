import type { FileReport } from "../../core/report/report.ts";
import type { InlineDockerfile, StatedBuild } from "../build-definitions/model/stated-build.ts";
import type { FoundFile } from "../files/walk.ts";

/** A file to process. */
export interface TaskFile extends FoundFile {
	/** The builds that use it, as other files state them. */
	readonly builds?: readonly StatedBuild[];
	/** The builds that these depend on, by the keys that their `links` have. */
	readonly linked?: Readonly<Record<string, StatedBuild>>;
	/**
	 * The files that state them, and the files that these refer to, absolute, whether they exist or not; the Dockerfiles
	 * of the builds that they depend on, too.
	 */
	readonly statedIn?: readonly string[];
	/** Whether a walk found it by its name, so that it counts as built even without a build definition. */
	readonly isFoundByName?: boolean;
	/** The Dockerfile that is written inside the file at `path`. */
	readonly inline?: InlineDockerfile;
	/** Why it cannot be processed: it is a build definition with a mistake. */
	readonly failure?: Pick<FileReport, "source" | "error">;
}
