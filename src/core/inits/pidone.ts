import type { Init } from "./init.ts";

export const pidone: Init = {
	name: "pidone",
	path: "/sbin/pidone",
	groupOption: "-g",
	platforms: ["linux/amd64", "linux/arm64"],
	packages: {},
};
