import { targetPlatforms } from "../analysis/options.ts";
import { describeRegistryMistake } from "../analysis/registry-aliases.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { findTarget } from "../dockerfile/target.ts";
import { flatMap } from "../flat-map.ts";
import { describeOptionMistake } from "../inits/check-init-options.ts";
import { initNames } from "../inits/index.ts";
import { DEFAULT_INIT } from "../inits/init.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { MIRROR_KINDS } from "../install/install.ts";
import { INSTALL_METHODS, isInstallOption } from "../install/method.ts";
import type { RewriteOptions } from "./options.ts";
import { refuse } from "./shapes.ts";

/** A host without characters that a shell command would interpret. */
export const MIRROR_URL: RegExp = /^https?:\/\/[^\s"'`#&$\\]+$/;

/** Throws TypeError that names the option and its value, for a value that means nothing. */
export function checkOptions(options: RewriteOptions, { stages }: Dockerfile): void {
	const { init, mirrors = {}, target } = options;
	if (init !== undefined && !initNames.includes(init)) refuse("init", init, `must be one of ${initNames.join(", ")}`);
	checkMethod("install", options.install);
	checkMethod("pidoneInstall", options.pidoneInstall);
	for (const [kind, url] of Object.entries(mirrors)) {
		if (!MIRROR_KINDS.some((each) => each === kind))
			refuse("mirrors", kind, `the kinds are ${MIRROR_KINDS.join(", ")}`);
		if (!MIRROR_URL.test(url)) refuse(`mirrors.${kind}`, url, "must be a URL such as https://mirror.example.org");
	}
	for (const prefix of Object.entries(options.registryAliases ?? {}).flat()) {
		const mistake = describeRegistryMistake(prefix);
		if (mistake !== undefined) refuse("registryAliases", prefix, mistake);
	}
	targetPlatforms(options);
	checkCommandLine(options);
	checkTarget("target", target, stages);
	for (const other of options.otherTargets ?? []) checkTarget("otherTargets", other || undefined, stages);
}

function checkTarget(option: string, target: string | undefined, stages: Dockerfile["stages"]): void {
	const names = flatMap(stages, ({ name }) => name ?? []);
	if (findTarget(stages, target) === undefined)
		refuse(option, target, `no such stage; the named stages are: ${names.join(", ") || "none"}`);
}

function checkMethod(option: string, method: string | undefined): void {
	if (method !== undefined && !isInstallOption(method)) refuse(option, method, `must be one of ${INSTALL_METHODS}`);
}

/** A second rewrite recognizes the init by its name, and some inits read from their name how to behave. */
function checkCommandLine({
	init = DEFAULT_INIT,
	entrypointPath,
	initOptions = [],
	source = "",
}: RewriteOptions): void {
	if (/[\s"'`$\\[\]*?]/.test(source))
		refuse("source", source, "must be a directory in the build context, without blanks or wildcards");
	const path = entrypointPath ?? init;
	if (/[\s"'`$\\[\]*?]/.test(path))
		refuse("entrypointPath", path, "must be a path without blanks, quotes, variables or wildcards");
	if (entrypointPath?.includes("/") && !entrypointPath.startsWith("/"))
		refuse("entrypointPath", entrypointPath, "must be absolute, or a name to look up in PATH");
	const invocation = readInitInvocation([path]);
	if (invocation?.program !== init)
		refuse("entrypointPath", path, `must end in ${init === "tini" ? "tini, tini-static or docker-init" : init}`);
	const mistake = describeOptionMistake(init, initOptions);
	if (mistake !== undefined) refuse("initOptions", initOptions, mistake);
}
