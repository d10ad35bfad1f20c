import type { AnalysedStage } from "../analysis/analyse.ts";
import { ByLineage } from "../analysis/by-lineage.ts";
import { type BuildContext, type ImageFiles, ImageFilesByStage } from "./image-files.ts";
import { type CommandSource, readStageCommand, type StageCommand } from "./stage-command.ts";
import { findSystemHint } from "./system-hints.ts";

/** What the commands of a file's stages run. Every rule asks, and so does the planner: each is followed once. */
export class StageCommands {
	readonly #files: ImageFilesByStage;
	readonly #hints: ByLineage<string | undefined>;
	readonly #known = new Map<AnalysedStage, StageCommand>();

	constructor(source: CommandSource, context: BuildContext) {
		this.#files = new ImageFilesByStage(source, context);
		const text = source.dockerfile.source;
		this.#hints = new ByLineage(source.stages, (analysed, inherited) => inherited ?? findSystemHint(analysed, text));
	}

	/** What a stage's command runs, followed on first use. */
	of(analysed: AnalysedStage): StageCommand {
		const known = this.#known.get(analysed);
		if (known !== undefined) return known;
		const command = readStageCommand(analysed, {
			files: this.#files.of(analysed),
			findHint: () => this.#hints.of(analysed),
		});
		this.#known.set(analysed, command);
		return command;
	}

	/** The files of a stage's image. */
	filesOf(analysed: AnalysedStage): ImageFiles {
		return this.#files.of(analysed);
	}
}
