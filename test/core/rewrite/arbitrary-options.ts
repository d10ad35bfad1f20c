import fc from "fast-check";
import type { Stage } from "../../../src/core/dockerfile/parse.ts";
import type { InitName } from "../../../src/core/inits/init.ts";
import type { InstallOption } from "../../../src/core/install/method.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";

const INSTALLS: readonly InstallOption[] = [
	"auto",
	"auto",
	"auto",
	"copy",
	"context:bins",
	"image:ghcr.io/acme/init",
	"apk",
	"apt",
	"dnf",
	"yum",
	"microdnf",
	"tdnf",
	"zypper",
	"pip",
	"download",
	"add",
	"curl",
	"wget",
];

/** Options of every kind, all of them valid except the target, which depends on the file. */
export const arbitraryOptions: fc.Arbitrary<RewriteOptions> = fc
	.constantFrom<InitName[]>("pidone", "pidone", "tini", "dumb-init")
	.chain(optionsFor);

const PATHS: Readonly<Record<InitName, readonly string[]>> = {
	pidone: ["/opt/my-init/pidone", "pidone", "/é/pidone"],
	tini: ["/usr/local/bin/tini", "/usr/bin/tini-static", "/é/docker-init"],
	"dumb-init": ["/usr/bin/dumb-init", "dumb-init"],
};

const INIT_OPTIONS: Readonly<Record<InitName, readonly (readonly string[])[]>> = {
	pidone: [["-v"], ["-g"], ["-e", "143"], ["-r", "15:3"], ["--kill-after=10"], ["-ge143"], ["--group"]],
	tini: [["-v"], ["-g"], ["-e", "143"], ["-vvg"], ["-pSIGTERM"]],
	"dumb-init": [["-v"], ["-c"], ["-r", "15:3"], ["--rewrite=15:3", "--single-child"]],
};

function optionsFor(init: InitName): fc.Arbitrary<RewriteOptions> {
	return fc
		.record(
			{
				init: init === "pidone" ? fc.constantFrom(init, undefined) : fc.constant(init),
				install: fc.constantFrom(...INSTALLS),
				exec: fc.boolean(),
				inherited: fc.boolean(),
				replace: fc.boolean(),
				platforms: fc.constantFrom(
					["linux/amd64"],
					["linux/arm64"],
					["linux/amd64", "linux/arm64"],
					["linux/amd64", "linux/arm/v7"],
					["linux/arm/v6"],
					["linux/amd64", "linux/arm64", "linux/ppc64le", "linux/s390x"],
				),
				entrypointPath: fc.constantFrom(...PATHS[init]),
				initOptions: fc.constantFrom(...INIT_OPTIONS[init]),
				mirrors: fc.constantFrom(
					{ apk: "https://mirror.example" },
					{ apt: "https://mirror.example", rpm: "https://rpm.example" },
					{ pip: "https://pypi.example/simple", download: "https://files.example" },
				),
				target: fc.constantFrom("build", "BASE", "app"),
				buildArgs: fc.constantFrom({ BASE: "node:22" }, { TAG: "3.20", BASE: "acme/x" }, { TARGETARCH: "arm64" }),
				source: fc.constantFrom("bin/", "."),
			},
			{ requiredKeys: ["init"] },
		)
		.map(({ init: name, ...others }) => (name === undefined ? others : { init: name, ...others }));
}

/** Removes a target that the file does not have. */
export function withoutWrongTarget(options: RewriteOptions, stages: readonly Stage[]): RewriteOptions {
	const { target, ...others } = options;
	if (target === undefined || stages.some(({ name }) => target.toLowerCase() === name)) return options;
	return others;
}
