import { join } from "node:path";
import { cataloguesOf } from "../../core/analysis/options.ts";
import { realName } from "../../core/analysis/registry-aliases.ts";
import { describeFacts } from "../../core/images/describe-facts.ts";
import { type ListedImages, listImages } from "../../core/images/list-images.ts";
import { toOneLine, toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import type { Flags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";

export interface ImagesFlags
	extends Pick<Flags, "baseConfig" | "config" | "resolve" | "inspect" | "layout" | "insecureRegistry" | "platform"> {
	readonly json?: boolean;
	readonly diff?: boolean;
}

/**
 * `pidone images`: prints what is known about base images, the user's first, with sources. Resolves to the exit code,
 * which is 1 if nothing is known.
 */
export async function runImages(patterns: readonly string[], flags: ImagesFlags, io: Io): Promise<number> {
	const finder = await SettingsFinder.make(flags, io.cwd);
	if (flags.diff) {
		const { diffImages } = await import("./diff-images.ts");
		return diffImages(patterns, finder, flags, io);
	}
	const options = await finder.optionsFor(join(io.cwd, "Dockerfile"));
	const listed = (patterns.length === 0 ? [undefined] : patterns).map((pattern) => {
		const wanted = pattern === undefined ? undefined : (realName(pattern, options.registryAliases) ?? pattern);
		return { pattern, images: cataloguesOf(options).flatMap((catalogue) => listImages(catalogue, wanted)) };
	});
	const found = listed.flatMap(({ images }) => images);
	if (flags.json) io.out(`${toPrintableJson({ version, images: found.map(toJson) })}\n`);
	else for (const images of found) io.out(`${toPrintableLines(format(images))}\n`);
	const unknown = listed.filter(({ images }) => images.length === 0);
	for (const { pattern = "" } of unknown)
		io.err(`${toOneLine(`nothing is known about ${pattern}: ${adviceFor(pattern)}`)}\n`);
	return unknown.length > 0 ? 1 : 0;
}

function adviceFor(pattern: string): string {
	if (/:[^/]*\*/.test(pattern)) return "* stands for a part of a name; a tag must be whole";
	return pattern.includes("*")
		? "no name of a known image matches; pidone images prints them all"
		: "run pidone lock, or state what it declares with --base-entrypoint, --base-config or bases in the config file";
}

function toJson({ images, tags, facts }: ListedImages): object {
	return { images, ...(tags === undefined ? {} : { tags }), ...facts };
}

function format({ images, tags, facts }: ListedImages): string {
	return [
		images.join(" "),
		`  tags: ${tags?.join(" ") ?? "all"}`,
		`  ${describeFacts(facts)}`,
		...(facts.mustBePid1 === undefined ? [] : [`  must be PID 1: ${facts.mustBePid1}`]),
		`  source: ${facts.source}`,
		"",
	].join("\n");
}
