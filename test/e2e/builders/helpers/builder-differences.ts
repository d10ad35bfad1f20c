import type { BuilderName } from "./all-builders.ts";
import type { BuiltConfig } from "./built-config.ts";

/** A case in which a builder produces a different image from a Dockerfile than BuildKit does. */
interface Difference {
	readonly builders: readonly BuilderName[];
	readonly cases: readonly string[];
	readonly reason: string;
	/** What the builder declares instead of what BuildKit declares. */
	readonly original: Partial<BuiltConfig>;
	/** What it declares after the init, if that differs from what it declares without the init. */
	readonly rewritten?: Partial<BuiltConfig>;
	/** Whether the instructions that the rewrite inserts have no effect either. */
	readonly isWithoutInit?: boolean;
}

const differences: readonly Difference[] = [
	{
		builders: ["buildah", "podman"],
		cases: ["healthcheck"],
		reason: "an image in OCI's format has no HEALTHCHECK",
		original: { healthcheck: [] },
	},
	{
		builders: ["buildah", "podman"],
		cases: ["onbuild"],
		reason: "an image in OCI's format has no ONBUILD, and the stage on it fires none",
		original: { entrypoint: [], cmd: ["sh"] },
		isWithoutInit: true,
	},
	{
		builders: ["buildah", "buildah --format docker", "podman"],
		cases: ["shell-cmd"],
		reason: "SHELL counts for RUN alone: a CMD in shell form is run by /bin/sh -c",
		original: { cmd: ["/bin/sh", "-c", "false; sleep 1000"] },
	},
	{
		builders: ["buildah", "buildah --format docker", "podman"],
		cases: ["shell-entrypoint", "shell-of-stage"],
		reason:
			"SHELL counts for RUN alone: an ENTRYPOINT in shell form is run by /bin/sh -c, and what pidone rewrite spells out by BuildKit's rules is run by SHELL; pidone build knows the builder",
		original: { entrypoint: ["/bin/sh", "-c", "false; sleep 1000"] },
		rewritten: { entrypoint: ["/bin/sh", "-ec", "false; sleep 1000"] },
	},
];

/** Returns the known difference for a case and a builder. */
export function findDifference(name: string, builder: BuilderName): Difference | undefined {
	return differences.find(({ builders, cases }) => builders.includes(builder) && cases.includes(name));
}
