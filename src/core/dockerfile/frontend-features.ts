import { flatMap } from "../flat-map.ts";
import type { Instruction } from "./instruction.ts";

/** Features that a rewrite may use, and that older versions of BuildKit's Dockerfile frontend lack. */
export type FrontendFeature =
	| "ADD --checksum"
	| "--chmod"
	| "--link"
	| "heredocs"
	| "RUN --mount"
	| "RUN --network"
	| "named contexts";

/** The first version 1.N that has a feature, and the first of the labs channel. */
export interface FirstVersion {
	readonly stable: number;
	readonly labs: number;
}

/**
 * Sources: the tables of minimum versions in moby/buildkit, frontend/dockerfile/docs/reference.md; for heredocs and
 * named contexts, and for the labs channel, the release notes of dockerfile/1.3.0-labs, 1.4.0, 1.5.0-labs and 1.6.0
 * there.
 */
export const firstVersions: Readonly<Record<FrontendFeature, FirstVersion>> = {
	"ADD --checksum": { stable: 6, labs: 5 },
	"--chmod": { stable: 2, labs: 2 },
	"--link": { stable: 4, labs: 4 },
	heredocs: { stable: 4, labs: 3 },
	"RUN --mount": { stable: 2, labs: 2 },
	"RUN --network": { stable: 3, labs: 3 },
	"named contexts": { stable: 4, labs: 4 },
};

/** Flags by the feature that they need. */
const FLAGS: readonly (readonly [keywords: RegExp, flag: RegExp, feature: FrontendFeature])[] = [
	[/^ADD$/, /^--checksum=/, "ADD --checksum"],
	[/^(?:ADD|COPY)$/, /^--chmod=/, "--chmod"],
	[/^(?:ADD|COPY)$/, /^--link(?:=|$)/, "--link"],
	[/^RUN$/, /^--mount=/, "RUN --mount"],
	[/^RUN$/, /^--network=/, "RUN --network"],
];

/** The features that an instruction needs, as far as its own text shows. */
export function featuresOf({ keyword, flags, hasHeredoc }: Instruction): FrontendFeature[] {
	const byFlags = flatMap(FLAGS, ([keywords, flag, feature]) =>
		keywords.test(keyword) && flags.some((each) => flag.test(each)) ? [feature] : [],
	);
	return hasHeredoc ? [...byFlags, "heredocs"] : byFlags;
}
