import { ExpansionBudget } from "../dockerfile/expansion-budget.ts";
import { isBareInit } from "../dockerfile/init-flag.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { triggerOf, triggersOfImage } from "../dockerfile/trigger.ts";
import { flatMap } from "../flat-map.ts";
import { type Base, findReplacement, makeBaseResolver } from "./base.ts";
import { commandArgv, commandForm } from "./command.ts";
import { findFromMistake } from "./from-mistake.ts";
import { type Globals, makeGlobals } from "./globals.ts";
import {
	changeConfig,
	configFromFacts,
	type ImageConfig,
	mergeConfigs,
	SCRATCH_CONFIG,
	UNKNOWN_CONFIG,
} from "./image-config.ts";
import type { Mistake } from "./mistake.ts";
import { type AnalysisOptions, targetPlatforms } from "./options.ts";
import type { Scope } from "./scope.ts";
import { type ExpansionContext, StageVariables } from "./stage-variables.ts";

/** A stage, and the config of its image from its base to its end. */
export interface AnalysedStage {
	readonly stage: Stage;
	/** One base, or several if it depends on the platform. */
	readonly bases: readonly Base[];
	/** The config in force before each of the stage's instructions. */
	readonly configs: readonly ImageConfig[];
	/** The config of the image. */
	readonly end: ImageConfig;
	/** The variables that ENV and ARG have set, in this stage and in those that it is built on. */
	readonly variables: Scope<string>;
	/** The variables that ENV has set: the environment of a container. A value of `undefined` is not known. */
	readonly environment: Scope<string | undefined>;
	/** What BuildKit rejects in its FROM, whichever stage it builds. */
	readonly fromMistake: Mistake | undefined;
	/** What BuildKit rejects in its instructions, and in the triggers that fire in it, when it builds the stage. */
	readonly mistake: Mistake | undefined;
	/** The stage's own last ENTRYPOINT; `ENTRYPOINT --init` without a command does not count. */
	readonly entrypoint: Instruction | undefined;
	/** The stage's own last CMD. */
	readonly cmd: Instruction | undefined;
	/** The instructions that its ONBUILDs pass to the next stage built on it. */
	readonly triggers: readonly Instruction[];
	/** The config with which that next stage begins. */
	readonly afterTriggers: ImageConfig;
}

/** Works out what every stage of a Dockerfile runs (BuildKit: dockerfile2llb/convert.go). */
export function analyse(dockerfile: Dockerfile, options: AnalysisOptions): AnalysedStage[] {
	const platforms = targetPlatforms(options);
	const globalsOf = makeGlobals(dockerfile, options);
	const resolveBases = makeBaseResolver(dockerfile, options, globalsOf);
	const expansion = stageContext(dockerfile, options, () => globalsOf(platforms[0] ?? ""));
	const analysed: AnalysedStage[] = [];
	const scopes: StageVariables[] = [];
	for (const stage of dockerfile.stages) {
		const bases = resolveBases(stage);
		const parents = flatMap(bases, (base) => (base.kind === "stage" ? (analysed[base.stage.index] ?? []) : []));
		const start = mergeConfigs(bases.map((base) => startConfig(base, analysed)));
		const [parent] = parents;
		const variables = new StageVariables(
			parent === undefined ? environmentOf(bases) : scopes[parent.stage.index],
			expansion,
		);
		const triggers = bases.map((base) => triggersOf(base, stage, analysed));
		const run = areSame(triggers.map(describeTriggers))
			? new StageRun(start, triggers[0] ?? [], variables, expansion)
			: new StageRun(changeConfig(start, { entrypoint: undefined, cmd: undefined }), [], variables, expansion);
		const isReplaced = findReplacement(stage, options) !== undefined;
		const ran = run.run(isReplaced ? { ...stage, instructions: [] } : stage, bases, {
			fromMistake: findFromMistake(stage, bases, { dockerfile, platforms, globalsOf }),
			mistake: findMissingPlatform(stage, bases),
		});
		analysed.push(ran);
		scopes.push(variables);
	}
	return analysed;
}

/** Distributions whose images set only PATH, as their Dockerfiles show. */
const BARE = /^(?:almalinux|alpine|busybox|debian|rockylinux|ubuntu)$/;

/** The environment of the stage's base images; undefined if it is not known, or differs. */
function environmentOf(bases: readonly Base[]): readonly string[] | undefined {
	const environments = bases.map((base) => {
		if (base.kind === "scratch") return [];
		if (base.kind !== "image") return undefined;
		return base.facts.env ?? (BARE.test(base.reference.name) ? [] : undefined);
	});
	return areSame(environments.map((each) => JSON.stringify(each))) ? environments[0] : undefined;
}

/** The ONBUILD instructions of a base, which fire in a stage. */
function triggersOf(base: Base, { from }: Stage, analysed: readonly AnalysedStage[]): readonly Instruction[] {
	if (base.kind === "stage") return analysed[base.stage.index]?.triggers ?? [];
	return base.kind === "image" && base.facts.onBuild !== undefined ? triggersOfImage(base.facts.onBuild, from) : [];
}

function describeTriggers(triggers: readonly Instruction[]): string {
	return triggers.map(({ keyword, argument }) => `${keyword} ${argument.text}`).join("\n");
}

function areSame<T>(values: readonly T[]): boolean {
	return values.every((value) => value === values[0]);
}

/** BuildKit cannot build a stage for a platform that the image in its FROM does not exist for. */
function findMissingPlatform({ from }: Stage, bases: readonly Base[]): Mistake | undefined {
	const missing = bases.find((base) => base.kind === "unknown" && base.isMissing);
	return missing?.kind === "unknown" ? { message: missing.why, offset: from.argument.offsetAt(0) } : undefined;
}

function startConfig(base: Base, earlier: readonly AnalysedStage[]): ImageConfig {
	if (base.kind === "stage") return earlier[base.stage.index]?.end ?? UNKNOWN_CONFIG;
	if (base.kind === "image") return configFromFacts(base.facts);
	if (base.kind === "result") return base.config;
	return base.kind === "scratch" ? SCRATCH_CONFIG : UNKNOWN_CONFIG;
}

interface StageContext extends ExpansionContext {
	readonly commandShell: readonly string[] | undefined;
}

function stageContext(dockerfile: Dockerfile, options: AnalysisOptions, globals: () => Globals): StageContext {
	return {
		dockerfile,
		escape: dockerfile.directives.escape,
		buildArgs: (name) => options.buildArgs?.[name],
		globals: (name) => globals().variables.get(name),
		budget: new ExpansionBudget(),
		commandShell: options.commandShell,
	};
}

/** A walk through one stage, instruction by instruction. */
class StageRun {
	readonly #context: StageContext;
	readonly #inherited: readonly Instruction[];
	#variables: StageVariables;
	readonly #triggers: Instruction[] = [];
	#config: ImageConfig;
	#hasCmd = false;

	constructor(start: ImageConfig, inherited: readonly Instruction[], variables: StageVariables, context: StageContext) {
		this.#context = context;
		this.#config = start;
		this.#inherited = inherited;
		this.#variables = variables;
	}

	/** @param found what BuildKit rejects in the stage before it runs any instruction */
	run(stage: Stage, bases: readonly Base[], found: Pick<AnalysedStage, "fromMistake" | "mistake">): AnalysedStage {
		for (const trigger of this.#inherited) this.#apply(trigger);
		const configs = stage.instructions.map((instruction) => {
			const before = this.#config;
			this.#apply(instruction);
			return before;
		});
		const { values, environment, mistake } = this.#variables;
		const end = this.#config;
		this.#fireTriggers();
		const last = (keyword: string): Instruction | undefined =>
			stage.instructions.findLast((instruction) => instruction.keyword === keyword && !isBareInit(instruction));
		return {
			stage,
			bases,
			configs,
			end,
			variables: values,
			environment,
			fromMistake: found.fromMistake,
			mistake: found.mistake ?? mistake,
			entrypoint: last("ENTRYPOINT"),
			cmd: last("CMD"),
			triggers: this.#triggers,
			afterTriggers: this.#config,
		};
	}

	/** Applies this stage's triggers, which take effect only in the next stage. */
	#fireTriggers(): void {
		this.#hasCmd = false;
		if (this.#triggers.length === 0) return;
		this.#variables = new StageVariables(this.#variables, this.#context);
		for (const trigger of this.#triggers) this.#apply(trigger);
	}

	#apply(instruction: Instruction): void {
		this.#variables.apply(instruction);
		if (instruction.keyword === "ONBUILD") this.#triggers.push(triggerOf(instruction, this.#context.escape));
		else this.#config = this.#change(instruction, this.#config);
	}

	#change(instruction: Instruction, config: ImageConfig): ImageConfig {
		switch (instruction.keyword) {
			case "ENTRYPOINT":
				if (isBareInit(instruction)) return config;
				// ENTRYPOINT resets the CMD of the base, but not a CMD of the stage itself.
				return changeConfig(config, {
					entrypoint: this.#argvOf(instruction),
					cmd: this.#hasCmd ? config.cmd : [],
					mustBePid1: undefined,
				});
			case "CMD":
				this.#hasCmd = true;
				// If there is an ENTRYPOINT, a new CMD does not change PID 1.
				return changeConfig(config, {
					cmd: this.#argvOf(instruction),
					mustBePid1: config.entrypoint?.length === 0 ? undefined : config.mustBePid1,
				});
			case "SHELL": {
				const form = commandForm(instruction);
				return form === "shell" ? config : changeConfig(config, { shell: form.argv });
			}
			case "USER":
				return changeConfig(config, { user: this.#variables.expand(instruction.argument.text) });
			case "STOPSIGNAL":
				return changeConfig(config, { stopSignal: this.#variables.expand(instruction.argument.text) });
			default:
				return config;
		}
	}

	#argvOf(instruction: Instruction): readonly string[] | undefined {
		return commandArgv(instruction, this.#context.commandShell ?? this.#config.shell);
	}
}

/** The SHELL in force at one of the stage's instructions. */
export function shellAt({ stage, configs }: AnalysedStage, instruction: Instruction): readonly string[] | undefined {
	return configs[stage.instructions.indexOf(instruction)]?.shell;
}
