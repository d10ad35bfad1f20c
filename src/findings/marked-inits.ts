import type { RewriteOptions } from "../rewrite/options.ts";
import { type AnalysedFile, readFile, rewriteFile } from "../rewrite/rewrite.ts";

/** A file in which stages that are marked with `--init` run what they run once it is built: their command behind the init. */
export function withMarkedInits(file: AnalysedFile, options: RewriteOptions): AnalysedFile {
	if (file.stages.every(({ stage }) => stage.initFlags.length === 0)) return file;
	const rewritten = readFile(rewriteFile(file, options).text, options);
	return { ...file, stages: file.stages.map((analysed, index) => ({ ...analysed, end: rewritten.stages[index]?.end ?? analysed.end })) };
}
