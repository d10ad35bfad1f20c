import { whyUnsupported } from "../dockerfile/frontend-features.ts";
import type { InitName } from "../inits/init.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { splitPlatform } from "../platform.ts";
import { planCopy } from "./copy.ts";
import { planDownload } from "./download.ts";
import { assetOf, lacksGlibc } from "./init-asset.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { findInstalledInits, type InstalledInit } from "./installed-init.ts";
import { hasPlainPackage, planPackage } from "./package.ts";
import { planPackageFile } from "./package-file.ts";
import { planPip } from "./pip.ts";

/**
 * Chooses how to install the init in a stage. `auto` copies pidone's own binary. For other inits it tries, in this
 * order: an init that is already installed, a package, and a verified download.
 */
export function chooseInstall(request: InstallRequest): Attempt {
	const never = whyForeign(request) ?? whyNowhere(request);
	if (never !== undefined) return never;
	const attempt = asFarAsSupported(attemptInstall(request), request);
	// A binary can be copied into any image, but only pidone's is always available.
	if (typeof attempt !== "string" || request.init.name !== "pidone") return attempt;
	const copied = asFarAsSupported(planCopy(request), request);
	return typeof copied === "string" ? copied : { ...copied, why: `${copied.why}, because ${attempt}` };
}

function whyForeign({ platforms }: InstallRequest): string | undefined {
	const foreign = platforms.find((platform) => splitPlatform(platform).os !== "linux");
	return (
		foreign &&
		`an init is a Linux program, and this stage is built for ${foreign}: select Linux platforms with --platform`
	);
}

/** Why an init without a folder cannot be installed: only pip puts it where PATH finds it, wherever that is. */
function whyNowhere({ init, method, path = init.path }: InstallRequest): string | undefined {
	if (path.startsWith("/") || (method.kind === "pip" && init.pip !== undefined)) return undefined;
	return `${init.name} needs an absolute path, unless pip installs it: write one instead of ${path}`;
}

function attemptInstall(request: InstallRequest): Attempt {
	const { method, init } = request;
	switch (method.kind) {
		case "auto":
			return init.name === "pidone" ? planCopy(request) : attemptAuto(request);
		case "copy":
		case "context":
		case "image":
			return planCopy(request);
		case "package":
			return planPackage(request, method.manager);
		case "pip":
			return planPip(request);
		case "deb":
		case "rpm":
			return planPackageFile(request, method.kind);
		case "download":
			return planDownload(request);
		default:
			return planDownload(request, method.kind);
	}
}

function attemptAuto(request: InstallRequest): Attempt {
	const { init, lineage, stage } = request;
	const { source } = request.dockerfile;
	const installed = findInstalledInits(lineage, { distro: stage.end.distro, source, variables: stage.variables });
	const present = installed.find((each) => isNamedAs(init.name, each.path) && isFit(each, request));
	if (present !== undefined && (request.path ?? present.path) === present.path)
		return { path: present.path, why: `${init.name} is already installed (line ${present.by.line})` };
	const packaged = hasPlainPackage(request) ? planPackage(request) : "its packages are in EPEL, which is not enabled";
	if (typeof packaged !== "string") return packaged;
	const downloaded = asFarAsSupported(planDownload(request), request);
	if (typeof downloaded !== "string") return { ...downloaded, why: `${downloaded.why}, because ${packaged}` };
	return `no package: ${packaged}; no download: ${downloaded}`;
}

/**
 * Whether a path shows which init it is: a second rewrite recognizes the init by its name, and `/sbin/init` may be a
 * link to tini.
 */
function isNamedAs(name: InitName, path: string): boolean {
	return path.startsWith("/") && readInitInvocation([path])?.program === name;
}

/** Whether an installed init can start, as far as is known. */
function isFit(installed: InstalledInit, { stage, platforms }: InstallRequest): boolean {
	const { libc, architecture } = assetOf(installed) ?? { libc: undefined, architecture: undefined };
	if (installed.isExecutable === false || (libc === "glibc" && lacksGlibc(stage.end))) return false;
	return (
		architecture === undefined || platforms.some((platform) => splitPlatform(platform).architecture === architecture)
	);
}

/** A plan that the file's frontend can read, or why it cannot. */
function asFarAsSupported(attempt: Attempt, { method, dockerfile: { directives, stages } }: InstallRequest): Attempt {
	if (typeof attempt === "string") return attempt;
	const isContext = method.kind === "context" && stages.every(({ name }) => name !== method.name);
	const features = attempt.step?.fragment.features ?? [];
	return whyUnsupported(directives.syntax, isContext ? [...features, "named contexts"] : features) ?? attempt;
}
