import type { Init } from "./init.ts";

export const pidone: Init = {
	name: "pidone",
	path: "/sbin/pidone",
	groupOption: "-g",
	platforms: [
		"linux/amd64",
		"linux/arm64",
		"linux/arm/v7",
		"linux/arm/v6",
		"linux/arm/v5",
		"linux/386",
		"linux/riscv64",
		"linux/s390x",
		"linux/ppc64le",
		"linux/mips64le",
	],
	packages: {},
};
