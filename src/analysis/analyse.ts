import { isBareInit } from "../dockerfile/init-flag.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { expandWord, type Lookup } from "../dockerfile/shell-lex.ts";
import { triggerOf } from "../dockerfile/trigger.ts";
import { type AssignmentContext, applyAssignments, readAssignments } from "../dockerfile/variables.ts";
import { type Base, makeBaseResolver, resolveContext } from "./base.ts";
import { commandArgv, commandForm } from "./command.ts";
import { makeGlobals } from "./globals.ts";
import { configFromFacts, type ImageConfig, mergeConfigs, SCRATCH_CONFIG, UNKNOWN_CONFIG } from "./image-config.ts";
import { type AnalysisOptions, targetPlatforms } from "./options.ts";
import { Scope } from "./scope.ts";

/** A stage, and the config of its image from its base to its end. */
export interface AnalysedStage {
	readonly stage: Stage;
	/** One base, or several when it depends on the platform. */
	readonly bases: readonly Base[];
	/** The config in force in front of each of the stage's instructions. */
	readonly configs: readonly ImageConfig[];
	/** The config of the image. */
	readonly end: ImageConfig;
	/** What ENV and ARG have set, in this stage and in those that it is built on. */
	readonly variables: Scope<string>;
	/** What ENV alone has set there, which is the environment of a container; a value of `undefined` is not known. */
	readonly environment: Scope<string | undefined>;
	/** The stage's own last ENTRYPOINT; `ENTRYPOINT --init` without a command is none. */
	readonly entrypoint: Instruction | undefined;
	/** The stage's own last CMD. */
	readonly cmd: Instruction | undefined;
	/** The instructions that its ONBUILDs leave to the next stage built on it. */
	readonly triggers: readonly Instruction[];
	/** The config with which that next stage begins. */
	readonly afterTriggers: ImageConfig;
}

/** Works out what every stage of a Dockerfile runs (BuildKit: dockerfile2llb/convert.go). */
export function analyse(dockerfile: Dockerfile, options: AnalysisOptions): AnalysedStage[] {
	const resolveBases = makeBaseResolver(dockerfile, options);
	const context = stageContext(dockerfile, options);
	const analysed: AnalysedStage[] = [];
	for (const stage of dockerfile.stages) {
		const replacement = stage.name === undefined ? undefined : resolveContext(stage.name, options);
		if (replacement !== undefined) {
			analysed.push(replacedStage(stage, replacement, context));
			continue;
		}
		const bases = resolveBases(stage);
		const parents = bases.flatMap((base) => (base.kind === "stage" ? (analysed[base.stage.index] ?? []) : []));
		const start = mergeConfigs(bases.map((base) => startConfig(base, analysed)));
		const [parent] = parents;
		const run = haveSameTriggers(parents, bases.length)
			? new StageRun(start, parent, context)
			: new StageRun({ ...start, entrypoint: undefined, cmd: undefined }, parent && { ...parent, triggers: [] }, context);
		analysed.push(run.run(stage, bases));
	}
	return analysed;
}

/** A named context takes the place of a whole stage: none of its instructions are run. */
function replacedStage(stage: Stage, base: Base, context: StageContext): AnalysedStage {
	return new StageRun(startConfig(base, []), undefined, context).run({ ...stage, instructions: [] }, [base]);
}

/** Whether the same ONBUILD instructions fire on every platform. */
function haveSameTriggers(parents: readonly AnalysedStage[], bases: number): boolean {
	const texts = parents.map(({ triggers }) => triggers.map(({ keyword, argument }) => `${keyword} ${argument.text}`).join("\n"));
	return bases <= 1 || (texts.every((text) => text === texts[0]) && (texts.length === bases || texts.every((text) => text === "")));
}

function startConfig(base: Base, earlier: readonly AnalysedStage[]): ImageConfig {
	if (base.kind === "stage") return earlier[base.stage.index]?.end ?? UNKNOWN_CONFIG;
	if (base.kind === "image") return configFromFacts(base.facts);
	if (base.kind === "result") return base.config;
	return base.kind === "scratch" ? SCRATCH_CONFIG : UNKNOWN_CONFIG;
}

interface StageContext extends AssignmentContext {
	readonly commandShell: readonly string[] | undefined;
}

function stageContext(dockerfile: Dockerfile, options: AnalysisOptions): StageContext {
	const [platform = ""] = targetPlatforms(options);
	const buildArgs: Lookup = (name) => options.buildArgs?.[name];
	const { escape } = dockerfile.directives;
	const globalsOf = makeGlobals(dockerfile, options);
	return {
		escape,
		buildArgs,
		commandShell: options.commandShell,
		globals: (name) => globalsOf(platform).get(name),
	};
}

/** One stage being gone through, instruction by instruction. */
class StageRun {
	readonly #context: StageContext;
	readonly #inherited: readonly Instruction[];
	#variables: Scope<string>;
	#environment: Scope<string | undefined>;
	readonly #triggers: Instruction[] = [];
	#config: ImageConfig;
	#hasCmd = false;

	constructor(start: ImageConfig, parent: AnalysedStage | undefined, context: StageContext) {
		this.#context = context;
		this.#config = start;
		this.#inherited = parent?.triggers ?? [];
		this.#variables = new Scope(parent?.variables);
		this.#environment = new Scope(parent?.environment);
	}

	run(stage: Stage, bases: readonly Base[]): AnalysedStage {
		for (const trigger of this.#inherited) this.#apply(trigger);
		const configs = stage.instructions.map((instruction) => {
			const before = this.#config;
			this.#apply(instruction);
			return before;
		});
		const found = { configs, end: this.#config, variables: this.#variables, environment: this.#environment };
		this.#fireTriggers();
		const last = (keyword: string): Instruction | undefined =>
			stage.instructions.findLast((instruction) => instruction.keyword === keyword && !isBareInit(instruction));
		return {
			stage,
			bases,
			...found,
			entrypoint: last("ENTRYPOINT"),
			cmd: last("CMD"),
			triggers: this.#triggers,
			afterTriggers: this.#config,
		};
	}

	/** What ONBUILD leaves to another stage is in force there alone. */
	#fireTriggers(): void {
		this.#hasCmd = false;
		this.#variables = new Scope(this.#variables);
		this.#environment = new Scope(this.#environment);
		for (const trigger of this.#triggers) this.#apply(trigger);
	}

	#apply(instruction: Instruction): void {
		if (instruction.keyword === "ENV" || instruction.keyword === "ARG") this.#assign(instruction);
		else if (instruction.keyword === "ONBUILD") this.#triggers.push(triggerOf(instruction, this.#context.escape));
		else this.#config = { ...this.#config, ...this.#change(instruction) };
	}

	/** A substitution that BuildKit refuses sets nothing here: the build reports it. */
	#assign(instruction: Instruction): void {
		const { escape } = this.#context;
		const set = instruction.keyword === "ENV" ? readAssignments(instruction, escape) : [];
		const values = set.map(({ name, value = "" }) => [name, this.#expand(value)] as const);
		for (const [name, value] of values) this.#environment.set(name, value);
		try {
			applyAssignments(instruction, this.#variables, this.#context);
		} catch {}
	}

	#change(instruction: Instruction): Partial<ImageConfig> {
		switch (instruction.keyword) {
			case "ENTRYPOINT":
				if (isBareInit(instruction)) return {};
				// It resets the CMD of the base, but not one that the stage itself has set.
				return { entrypoint: this.#argvOf(instruction), ...(this.#hasCmd ? {} : { cmd: [] }) };
			case "CMD":
				this.#hasCmd = true;
				return { cmd: this.#argvOf(instruction) };
			case "SHELL": {
				const form = commandForm(instruction);
				return form === "shell" ? {} : { shell: form.argv };
			}
			case "USER":
				return { user: this.#expand(instruction.argument.text) };
			case "STOPSIGNAL":
				return { stopSignal: this.#expand(instruction.argument.text) };
			default:
				return {};
		}
	}

	#argvOf(instruction: Instruction): readonly string[] | undefined {
		return commandArgv(instruction, this.#context.commandShell ?? this.#config.shell);
	}

	/** A word with its variables expanded; undefined when one of them may come from the base image. */
	#expand(text: string): string | undefined {
		try {
			const word = expandWord(text, (name) => this.#variables.get(name), { escape: this.#context.escape, unset: UNSET });
			return word.includes(UNSET) ? undefined : word;
		} catch {
			return undefined;
		}
	}
}

/** No word of a Dockerfile can hold it. */
const UNSET = "\u0000";
