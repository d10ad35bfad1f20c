import { join } from "node:path";
import { cataloguesOf } from "../../core/analysis/options.ts";
import { realName } from "../../core/analysis/registry-aliases.ts";
import { describeFacts } from "../../core/images/describe-facts.ts";
import { type ListedImages, listImages } from "../../core/images/list-images.ts";
import { toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { version } from "../../version.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { SettingsFinder } from "./settings-finder.ts";

export interface ImagesFlags extends Pick<Flags, "baseConfig" | "config"> {
	readonly json?: boolean;
}

/**
 * `pidone images`: what is known of base images, the user's first, and from where. Resolves to the exit code, which is
 * 1 when nothing is known.
 */
export async function runImages(pattern: string | undefined, flags: ImagesFlags, io: Io): Promise<number> {
	const finder = await SettingsFinder.make(flags, io.cwd);
	const options = await finder.optionsFor(join(io.cwd, "Dockerfile"));
	const wanted = pattern === undefined ? undefined : (realName(pattern, options.registryAliases) ?? pattern);
	const found = cataloguesOf(options).flatMap((catalogue) => listImages(catalogue, wanted));
	if (flags.json) io.out(`${toPrintableJson({ version, images: found.map(toJson) })}\n`);
	else for (const images of found) io.out(`${toPrintableLines(format(images))}\n`);
	if (found.length > 0) return 0;
	io.err(
		`nothing is known of ${pattern}: state what it declares with --base-entrypoint, --base-config or bases in the config file\n`,
	);
	return 1;
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
