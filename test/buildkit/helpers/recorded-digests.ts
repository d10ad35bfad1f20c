import { readFileSync } from "node:fs";

/** A build step, as BuildKit made it. */
interface RecordedStep {
	/** What BuildKit displays for the step. */
	readonly name: string;
	readonly digest: string;
}

interface RecordedContext extends Partial<RecordedStep> {
	readonly context: string;
	/** Why BuildKit refuses the context. */
	readonly error?: string;
	/** Whether BuildKit asks the client for a folder instead. */
	readonly isLocal?: boolean;
}

interface Recorded {
	readonly git: readonly RecordedContext[];
	/** With the build argument BUILDKIT_CONTEXT_KEEP_GIT_DIR. */
	readonly keepGitDir: readonly (RecordedStep & { readonly context: string })[];
	readonly http: readonly (RecordedStep & { readonly context: string })[];
	/** The step that unpacks a context, and the digest of the step that loaded it. */
	readonly archive: RecordedStep & { readonly context: string; readonly load: string };
	readonly local: readonly (RecordedStep & { readonly filename: string; readonly session: string })[];
	/** An inline file in a Dockerfile. */
	readonly inline: RecordedStep & { readonly path: string; readonly text: string };
}

/** What an engine's own frontend made, as `node test/buildkit/record-digests.js` recorded it. */
export const recorded: Recorded = JSON.parse(
	readFileSync(new URL("../../fixtures/frontend/digests.json", import.meta.url), "utf8"),
);
