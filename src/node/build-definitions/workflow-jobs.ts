import { resolve } from "node:path";
import { isInside } from "../files/inside.ts";
import { ExpressionScope } from "./expressions.ts";
import { listCombinations } from "./matrix.ts";
import { type DefinitionHost, readBeside } from "./model/host.ts";
import { itemsOf, textOf, toTable, valueIn } from "./model/table.ts";
import { DefinitionError, type DefinitionSource, type Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";

/** The surroundings of a workflow, and the folder to which the repository is checked out. */
export interface WorkflowWorld extends DefinitionHost {
	readonly root: string;
	readonly source: DefinitionSource;
}

/** A job of a workflow, for one combination of its matrix. */
export interface WorkflowJob {
	readonly name: string;
	readonly steps: readonly WorkflowStep[];
}

/** A step, also one of a composite action that the job uses. */
export interface WorkflowStep {
	readonly step: Value;
	readonly scope: ExpressionScope;
	/** The working directory of its commands, if stated. */
	readonly folder: Value | undefined;
}

/** GitHub allows ten levels of workflows and of actions. */
const MAX_DEPTH = 10;
/** Workflows that use each other several times would multiply. */
const MAX_JOBS = 2000;

/**
 * The jobs of a workflow, one for each combination of their matrix, with those of the workflows in the repository that
 * they use. Throws DefinitionError.
 */
export function listJobs(host: WorkflowWorld): readonly WorkflowJob[] {
	return new JobList(host).read(host.source, undefined, 0);
}

class JobList {
	readonly #host: WorkflowWorld;
	#count = 0;

	constructor(host: WorkflowWorld) {
		this.#host = host;
	}

	read(source: DefinitionSource, inputs: ReadonlyMap<string, Value> | undefined, depth: number): WorkflowJob[] {
		return readYaml(source).flatMap((document) => {
			const jobs = valueIn(document, "jobs");
			const given =
				inputs && withDefaults(valueIn(valueIn(valueIn(document, "on"), "workflow_call"), "inputs"), inputs);
			return [...(jobs?.kind === "table" ? jobs.entries : [])].flatMap(([name, job]) =>
				listCombinations(valueIn(valueIn(job, "strategy"), "matrix")).flatMap((matrix) => {
					const contexts = { matrix, workspace: this.#host.root, ...(given === undefined ? {} : { inputs: given }) };
					const scope = new ExpressionScope(contexts).with(valueIn(document, "env")).with(valueIn(job, "env"));
					this.#count++;
					if (this.#count > MAX_JOBS) throw new DefinitionError(job.place, `there are more than ${MAX_JOBS} jobs`);
					return this.#readJob(name, job, { scope, document, depth });
				}),
			);
		});
	}

	#readJob(
		name: string,
		job: Value,
		{ scope, document, depth }: { readonly scope: ExpressionScope; readonly document: Value; readonly depth: number },
	): WorkflowJob[] {
		const used = this.#find(valueIn(job, "uses"), [""]);
		if (used !== undefined && depth < MAX_DEPTH) return this.read(used, inputsOf(job, scope), depth + 1);
		const folder = [job, document]
			.map((each) => valueIn(valueIn(valueIn(each, "defaults"), "run"), "working-directory"))
			.find((each) => each !== undefined);
		const steps = itemsOf(valueIn(job, "steps")).flatMap((step) => this.#expand({ step, scope, folder }, 0));
		return [{ name, steps }];
	}

	/** A step, or those of the composite action that it uses. */
	#expand(given: WorkflowStep, depth: number): readonly WorkflowStep[] {
		const { step } = given;
		const scope = given.scope.with(valueIn(step, "env"));
		const action = depth < MAX_DEPTH ? this.#find(valueIn(step, "uses"), ["action.yml", "action.yaml"]) : undefined;
		const [document] = action === undefined ? [] : readYaml(action);
		if (document === undefined) return [{ ...given, scope }];
		const inner = scope.withInputs(withDefaults(valueIn(document, "inputs"), inputsOf(step, scope)));
		return itemsOf(valueIn(valueIn(document, "runs"), "steps")).flatMap((each) =>
			this.#expand({ step: each, scope: inner, folder: undefined }, depth + 1),
		);
	}

	/** A file of the repository that `uses: ./…` names. */
	#find(uses: Value | undefined, names: readonly string[]): DefinitionSource | undefined {
		const path = textOf(uses);
		if (path === undefined || !path.startsWith("./")) return undefined;
		const { root, source } = this.#host;
		for (const file of names.map((name) => resolve(root, path, name))) {
			const isRead = /\.ya?ml$/.test(file) && isInside(file, root);
			const found = isRead ? readBeside(source, file, this.#host) : undefined;
			if (found !== undefined) return found;
		}
		return undefined;
	}
}

function inputsOf(user: Value, scope: ExpressionScope): ReadonlyMap<string, Value> {
	return toTable(scope.replace(valueIn(user, "with")));
}

/** Inputs with the defaults of those that are declared. */
function withDefaults(declared: Value | undefined, given: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
	const defaults = [...toTable(declared)].flatMap(([name, input]): [string, Value][] => {
		const value = valueIn(input, "default");
		return value === undefined ? [] : [[name, value]];
	});
	return new Map([...defaults, ...given]);
}
