import type { BuilderName } from "./all-builders.ts";
import type { BuiltConfig } from "./built-config.ts";

/** Where a builder makes of a Dockerfile something else than BuildKit does. */
interface Difference {
	readonly builders: readonly BuilderName[];
	readonly cases: readonly string[];
	readonly reason: string;
	/** What the builder declares in place of what BuildKit does. */
	readonly original: Partial<BuiltConfig>;
	/** What it declares after the init, where that is not what it declares without. */
	readonly rewritten?: Partial<BuiltConfig>;
	/** Whether what the rewrite puts in has no effect either. */
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

/** The difference that is known of a case and a builder. */
export function findDifference(name: string, builder: BuilderName): Difference | undefined {
	return differences.find(({ builders, cases }) => builders.includes(builder) && cases.includes(name));
}
