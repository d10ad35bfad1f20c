import type { AnalysedStage } from "../analysis/analyse.ts";
import type { BuildContext } from "./image-files.ts";
import { type CommandSource, readStageCommand, type StageCommand } from "./stage-command.ts";

/** What the commands of a file's stages run. Every rule asks, and so does the planner: each is followed once. */
export class StageCommands {
	readonly #source: CommandSource;
	readonly #context: BuildContext;
	readonly #known = new Map<AnalysedStage, StageCommand>();

	constructor(source: CommandSource, context: BuildContext) {
		this.#source = source;
		this.#context = context;
	}

	/** What a stage's command runs, followed when somebody asks first. */
	of(analysed: AnalysedStage): StageCommand {
		const known = this.#known.get(analysed);
		if (known !== undefined) return known;
		const command = readStageCommand(this.#source, analysed, this.#context);
		this.#known.set(analysed, command);
		return command;
	}
}
