import { itemsOf, textOf, valueIn, withEntries } from "./model/table.ts";
import { DefinitionError, type Scalar, type Value } from "./model/value.ts";

/** A job of a workflow, for one combination of its matrix. */
export interface WorkflowJob {
	readonly name: string;
	readonly steps: readonly Value[];
	readonly scope: ExpressionScope;
	/** The working directory of its commands, if stated. */
	readonly folder: Value | undefined;
}

const MAX_COMBINATIONS = 500;

/** The jobs of a workflow, one for each combination of their matrix. Throws DefinitionError. */
export function listJobs(document: Value, root: string): readonly WorkflowJob[] {
	const jobs = valueIn(document, "jobs");
	if (jobs?.kind !== "table") return [];
	return [...jobs.entries].flatMap(([name, job]) =>
		listCombinations(valueIn(valueIn(job, "strategy"), "matrix")).map((matrix): WorkflowJob => {
			const scope = new ExpressionScope(matrix, new Map([["github.workspace", root]]))
				.with(valueIn(document, "env"))
				.with(valueIn(job, "env"));
			const folder = [job, document].map((each) =>
				valueIn(valueIn(valueIn(each, "defaults"), "run"), "working-directory"),
			);
			return { name, steps: itemsOf(valueIn(job, "steps")), scope, folder: folder.find((each) => each !== undefined) };
		}),
	);
}

/** The combinations of a matrix, with those that `include` adds and without those that `exclude` removes. */
function listCombinations(matrix: Value | undefined): readonly (Value | undefined)[] {
	if (matrix?.kind !== "table") return [undefined];
	const { place } = matrix;
	const lists = [...matrix.entries].filter(([name]) => name !== "include" && name !== "exclude");
	let all: ReadonlyMap<string, Value>[] = [new Map()];
	for (const [name, values] of lists) {
		all = all.flatMap((each) => itemsOf(values).map((value) => new Map([...each, [name, value]])));
		if (all.length > MAX_COMBINATIONS)
			throw new DefinitionError(place, `the matrix has more than ${MAX_COMBINATIONS} jobs`);
	}
	const included = itemsOf(valueIn(matrix, "include")).flatMap((each) => (each.kind === "table" ? [each.entries] : []));
	const own = lists.length === 0 && included.length > 0 ? [] : all;
	const combinations = [
		...own.flatMap((each) => [
			each,
			...included.filter((extra) => fits(extra, each)).map((extra) => new Map([...each, ...extra])),
		]),
		...included,
	];
	return combinations.map((entries) => ({ kind: "table", entries, place }));
}

/** Whether an `include` extends a combination: it would not change any of its values. */
function fits(extra: ReadonlyMap<string, Value>, combination: ReadonlyMap<string, Value>): boolean {
	return [...combination].every(([name, value]) => {
		const other = extra.get(name);
		return other === undefined || textOf(other) === textOf(value);
	});
}

/** The values of a workflow's expressions, `${{ … }}`, as far as the workflow itself determines them. */
export class ExpressionScope {
	/** The variables of the environment. */
	readonly variables: ReadonlyMap<string, string>;
	readonly #matrix: Value | undefined;
	readonly #others: ReadonlyMap<string, string>;

	constructor(
		matrix: Value | undefined,
		others: ReadonlyMap<string, string>,
		variables: ReadonlyMap<string, string> = new Map(),
	) {
		this.#matrix = matrix;
		this.#others = others;
		this.variables = variables;
	}

	/** The same scope with the variables that `env` sets. */
	with(env: Value | undefined): ExpressionScope {
		if (env?.kind !== "table") return this;
		const own = [...env.entries].flatMap(([name, value]): [string, string][] => {
			const text = textOf(this.replace(value));
			return text === undefined ? [] : [[name, text]];
		});
		return new ExpressionScope(this.#matrix, this.#others, new Map([...this.variables, ...own]));
	}

	/** A value with its expressions replaced; unknown if one of them is. */
	replace(value: Value | undefined): Value | undefined {
		if (value?.kind === "list") return { ...value, items: value.items.flatMap((item) => this.replace(item) ?? []) };
		if (value?.kind === "table")
			return withEntries(
				value,
				[...value.entries].map(([name, each]) => [name, this.replace(each) ?? each] as const),
			);
		const text = textOf(value);
		if (value?.kind !== "scalar" || text === undefined || !text.includes("${{")) return value;
		let why: string | undefined;
		const replaced = text.replace(EXPRESSION, (written, expression: string) => {
			const found = this.#evaluate(expression);
			if (found === undefined) why = `${written} is only known when the workflow runs`;
			return found ?? "";
		});
		const scalar: Scalar = { kind: "scalar", value: why === undefined ? replaced : undefined, place: value.place };
		return why === undefined ? scalar : { ...scalar, why };
	}

	/** A script in which unknown expressions are replaced by an unset variable. */
	inScript(text: string): string {
		return text.replace(EXPRESSION, (_, expression: string) => this.#evaluate(expression) ?? "$PIDONE_UNKNOWN");
	}

	#evaluate(expression: string): string | undefined {
		const [first = "", ...path] = expression.trim().split(".");
		if (first === "matrix") {
			const value = path.reduce<Value | undefined>((each, name) => valueIn(each, name), this.#matrix);
			const text = textOf(value);
			// The result may be an expression again: the output of another job.
			return text?.includes("${{") ? undefined : text;
		}
		if (first === "env") return this.variables.get(path.join("."));
		return this.#others.get(expression.trim());
	}
}

const EXPRESSION = /\$\{\{([^{}]{0,500})\}\}/g;
