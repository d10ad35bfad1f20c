// What an added RUN or ADD shows of the options --install and --mirror.

import { flatMap } from "../flat-map.ts";
import { type InitName, inits } from "../inits/index.ts";
import type { MirrorKind } from "../install/install.ts";
import type { InstallOption } from "../install/method.ts";
import type { MarkedBlock } from "./marked-block.ts";
import type { RewriteOptions } from "./options.ts";

/**
 * The options that may have led to an installation, likelier ones first. Several methods can lead to the same text, and
 * the default is one of them: only a rewrite shows which of the answers is right.
 */
export function listInstallOptions(
	blocks: readonly MarkedBlock[],
	recorded: RewriteOptions,
): readonly RewriteOptions[] {
	const steps = flatMap(blocks, installSteps);
	if (steps.length === 0) return [recorded];
	const mirrors = Object.fromEntries(flatMap(steps, (step) => readMirror(step, recorded.init) ?? []));
	const withMirrors = Object.keys(mirrors).length > 0 ? { ...recorded, mirrors } : recorded;
	if (recorded.install !== undefined) return [withMirrors];
	const methods = METHODS.filter(([, shape]) => steps.some((step) => shape.test(step)));
	return [withMirrors, ...methods.map(([install]) => ({ ...withMirrors, install }))];
}

function installSteps({ added }: MarkedBlock): readonly string[] {
	return flatMap(added, ({ keyword, argument }) => (keyword === "RUN" || keyword === "ADD" ? [argument.text] : []));
}

/** The methods, and what a step has that one of them has inserted. A general one comes before what it may select. */
const METHODS: readonly (readonly [InstallOption, RegExp])[] = [
	["deb", /\bdpkg -i\b/],
	["rpm", /\brpm -[iU]/],
	["download", /\bhttps?:/],
	["add", /\bhttps?:/],
	["curl", /\bcurl\b/],
	["wget", /\bwget\b/],
	["apk", /\bapk\b/],
	["apt-get", /\bapt-get\b/],
	["dnf", /\bdnf\b/],
	["yum", /\byum\b/],
	["microdnf", /\bmicrodnf\b/],
	["tdnf", /\btdnf\b/],
	["zypper", /\bzypper\b/],
	["pip", /\bpip install\b/],
];

/** The package managers' mirrors, and what stands around their URL in templates/NAME-mirror.Dockerfile. */
const MIRRORS: readonly (readonly [MirrorKind, manager: RegExp, mirror: RegExp])[] = [
	["apk", /\bapk\b/, /#(https?:\/\/[^#]+)#/],
	["apt", /\bapt-get\b/, /#(https?:\/\/[^#]+)#/],
	["rpm", /\b(?:dnf|yum|microdnf|tdnf|zypper)\b/, /(?:#|\\1)(https?:\/\/[^#]+)#/],
	["pip", /\bpip install\b/, /--index-url (\S+)/],
];

function readMirror(step: string, init: InitName | undefined): [MirrorKind, string][] | undefined {
	const [kind, , mirror] = MIRRORS.find(([, manager]) => manager.test(step)) ?? [];
	if (kind !== undefined && mirror !== undefined) {
		const url = mirror.exec(step)?.[1];
		return url === undefined ? undefined : [[kind, url]];
	}
	const host = init && readDownloadHost(step, init);
	return host === undefined ? undefined : [["download", host]];
}

/** What replaces the scheme and the host of a release's URL; undefined if nothing does. */
function readDownloadHost(step: string, init: InitName): string | undefined {
	const [, host = "", path] = releaseUrl(init) ?? [];
	const end = path === undefined ? -1 : step.indexOf(path);
	const url = end < 0 ? undefined : /https?:\/\/[^\s"']*$/.exec(step.slice(0, end))?.[0];
	return url === host ? undefined : url;
}

/** The URL of an init's release, its scheme and host, and its path, which a mirror keeps. */
function releaseUrl(init: InitName): RegExpExecArray | undefined {
	return /^(https?:\/\/[^/]+)(.+)$/.exec(inits[init].release?.url ?? "") ?? undefined;
}

/**
 * The platform that a release is downloaded for, and where it is put if that is unusual; undefined for an instruction
 * that downloads nothing.
 */
export function optionsOfDownload(text: string, init: InitName, path: string): RewriteOptions | undefined {
	const { release, path: usualPath } = inits[init];
	const url = releaseUrl(init)?.[2];
	if (release === undefined || url === undefined || !text.includes(url)) return undefined;
	const { deb, rpm } = release.packageFiles ?? {};
	const files = [{ path: usualPath, downloads: release.downloads }, ...flatMap([deb, rpm], (each) => each ?? [])];
	const isUsualPath = files.some((each) => each.path === path);
	const platforms = flatMap(files, ({ downloads }) =>
		flatMap(Object.entries(downloads), ([platform, { asset }]) => (text.includes(asset) ? [platform] : [])),
	);
	return { ...(isUsualPath ? {} : { entrypointPath: path }), ...(platforms.length === 1 ? { platforms } : {}) };
}
