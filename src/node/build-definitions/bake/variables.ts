import { parseBool } from "../../../core/dockerfile/parse-bool.ts";
import { EvaluationBudget, evaluate, type Scope, withVariables } from "../hcl/evaluate.ts";
import type { Body, Expression } from "../hcl/syntax.ts";
import { DefinitionError, type DefinitionSource, type Place, type Scalar, type Value } from "../model/value.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Real definitions recurse a few times at most. */
const MAX_CALLS = 50;

/** The variables and functions of a definition. */
export class BakeScope implements Scope {
	readonly budget = new EvaluationBudget();
	readonly #env: Env;
	readonly #variables = new Map<string, Expression | undefined>();
	readonly #functions = new Map<string, Body>();
	/** The values so far; undefined while one is being evaluated. */
	readonly #values = new Map<string, Value | undefined>();
	readonly #targets = new Map<string, Body>();
	/** The place of anything that has none of its own. */
	readonly #place: Place;
	#calls = 0;

	constructor(source: DefinitionSource, bodies: readonly Body[], env: Env) {
		this.#place = { source, offset: 0 };
		this.#env = env;
		for (const { attributes, blocks } of bodies) {
			for (const [name, value] of attributes) this.#variables.set(name, value);
			for (const { type, labels, body } of blocks) {
				const [label = ""] = labels;
				if (type === "variable") this.#variables.set(label, body.attributes.get("default"));
				if (type === "function") this.#functions.set(label, body);
				if (type === "target") this.#targets.set(label, body);
			}
		}
	}

	readonly variable = (name: string): Value | undefined => {
		if (this.#values.has(name)) return this.#values.get(name) ?? this.#failForCycle(name);
		const target = name.startsWith("target.") ? this.#targets.get(name.slice("target.".length)) : undefined;
		if (target === undefined && !this.#variables.has(name)) return undefined;
		this.#values.set(name, undefined);
		const value = target === undefined ? this.#evaluateVariable(name) : this.#evaluateTarget(target);
		this.#values.set(name, value);
		return value;
	};

	readonly call = (name: string, args: readonly Value[], place: Place): Value | undefined => {
		const body = this.#functions.get(name);
		const result = body?.attributes.get("result");
		if (body === undefined || result === undefined) return undefined;
		const names = namesIn(body.attributes.get("params"));
		const own = new Map(names.map((each, index) => [each, args[index] ?? nothing(place)]));
		const [rest] = namesIn(body.attributes.get("variadic_params"));
		if (rest !== undefined) own.set(rest, { kind: "list", items: args.slice(names.length), place });
		if (this.#calls >= MAX_CALLS) throw new DefinitionError(place, `the function ${name} calls itself too often`);
		this.#calls++;
		const value = evaluate(result, withVariables(this, own));
		this.#calls--;
		return { ...value, place };
	};

	#evaluateVariable(name: string): Value {
		const byDefault = this.#variables.get(name);
		const given = this.#env[name];
		const place = byDefault?.place ?? this.#place;
		const value = byDefault === undefined ? undefined : evaluate(byDefault, this);
		if (given !== undefined) return { kind: "scalar", value: convert(given, value), place };
		// A variable without a default is empty.
		return value ?? { kind: "scalar", value: "", place };
	}

	/** A target's own attributes, for expressions that refer to it. */
	#evaluateTarget({ attributes }: Body): Value {
		const own = [...attributes].filter(([key]) => key === "args" || key === "context" || key === "dockerfile");
		const entries = own.map(([key, value]) => [key, evaluate(value, this)] as const);
		return { kind: "table", entries: new Map(entries), place: this.#place };
	}

	#failForCycle(name: string): never {
		throw new DefinitionError(this.#variables.get(name)?.place ?? this.#place, `${name} refers to itself`);
	}
}

/** Converts a text from the environment to the type of the default. */
function convert(text: string, byDefault: Value | undefined): Scalar["value"] {
	const type = byDefault?.kind === "scalar" ? typeof byDefault.value : "string";
	if (type === "boolean") return parseBool(text) ?? false;
	return type === "number" ? Number(text) : text;
}

function namesIn(expression: Expression | undefined): string[] {
	const items = expression?.kind === "tuple" ? expression.items : expression === undefined ? [] : [expression];
	return items.flatMap((item) =>
		item.kind === "variable" ? [item.name] : item.kind === "literal" ? [String(item.value)] : [],
	);
}

function nothing(place: Place): Scalar {
	return { kind: "scalar", value: null, place };
}
