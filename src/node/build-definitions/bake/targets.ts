import { evaluate, type Scope, withVariables } from "../hcl/evaluate.ts";
import type { Body } from "../hcl/syntax.ts";
import { noteAt } from "../model/make-build.ts";
import { multiply } from "../model/multiply.ts";
import type { DefinitionNote } from "../model/stated-build.ts";
import { textOf, textsIn, toTable } from "../model/table.ts";
import { DefinitionError, type Place, type Table, type Value } from "../model/value.ts";
import type { BakeScope } from "./variables.ts";

/** A target, including what it inherits. */
export interface BakeTarget {
	readonly name: string;
	/** The name in the definition, which all targets of a matrix share. */
	readonly blockName: string;
	readonly place: Place;
	readonly attributes: ReadonlyMap<string, Value>;
}

/** The attributes that decide which Dockerfile is built, and how. */
const ATTRIBUTES: readonly string[] = [
	"context",
	"dockerfile",
	"dockerfile-inline",
	"target",
	"args",
	"contexts",
	"platforms",
];
/** Attributes whose entries are merged with those of the inherited targets. */
const TABLES: readonly string[] = ["args", "contexts"];
const MAX_TARGETS = 500;

interface TargetBlock {
	readonly body: Body;
	readonly place: Place;
	/** The scope with the variables of its matrix, and its name in the definition. */
	readonly scope: Scope;
	readonly blockName: string;
}

/** The targets of a definition. */
export class BakeTargets {
	readonly #blocks = new Map<string, TargetBlock[]>();
	readonly #groups = new Map<string, string[]>();
	/** What is missing. */
	readonly notes: DefinitionNote[] = [];
	readonly #inherited = new Set<string>();
	readonly #done = new Map<string, ReadonlyMap<string, Value> | undefined>();

	constructor(bodies: readonly Body[], scope: BakeScope) {
		for (const { type, labels, body, place } of bodies.flatMap(({ blocks }) => blocks)) {
			const [label = ""] = labels;
			if (type === "group") this.#addGroup(label, body, scope);
			if (type === "target")
				for (const [name, block] of listBlocks(label, { body, place }, scope)) this.#add(name, block);
		}
		for (const blocks of this.#blocks.values())
			for (const block of blocks) for (const name of parentsOf(block)) this.#inherited.add(name);
	}

	/**
	 * The targets that are built: those of groups, `default`, those that no other target inherits, and those that these
	 * use as named contexts. A target that is only inherited is not built on its own.
	 */
	list(): readonly BakeTarget[] {
		const grouped = [...this.#groups.values()].flat();
		const wanted = new Set(this.#groups.has("default") ? grouped : ["default", ...grouped]);
		const targets = [...this.#blocks].flatMap(([name, [first]]): BakeTarget[] =>
			first === undefined
				? []
				: [{ name, blockName: first.blockName, place: first.place, attributes: this.#resolve(name, first.place) }],
		);
		const isBuilt = ({ name, blockName }: BakeTarget): boolean =>
			[name, blockName].some((each) => wanted.has(each)) ||
			![name, blockName].some((each) => this.#inherited.has(each));
		const built = new Set(targets.filter(isBuilt));
		// The set grows during the iteration.
		for (const { attributes } of built) {
			const bases = basesIn(attributes);
			for (const base of targets) if (bases.includes(base.name)) built.add(base);
		}
		return targets.filter((target) => built.has(target));
	}

	#add(name: string, block: TargetBlock): void {
		this.#blocks.set(name, [...(this.#blocks.get(name) ?? []), block]);
		if (this.#blocks.size > MAX_TARGETS)
			throw new DefinitionError(block.place, `there are more than ${MAX_TARGETS} targets`);
	}

	#addGroup(name: string, { attributes }: Body, scope: Scope): void {
		const targets = attributes.get("targets");
		if (targets !== undefined) this.#groups.set(name, textsIn(evaluate(targets, scope)));
	}

	#resolve(name: string, place: Place): ReadonlyMap<string, Value> {
		const known = this.#done.get(name);
		if (known !== undefined) return known;
		if (this.#done.has(name)) throw new DefinitionError(place, `the target ${name} inherits itself`);
		this.#done.set(name, undefined);
		const resolved = new Map<string, Value>();
		const blocks = this.#blocks.get(name);
		if (blocks === undefined)
			this.notes.push(
				noteAt(place, `no target is called ${name}, which is inherited here: another file may define it`),
			);
		for (const block of blocks ?? [])
			for (const parent of parentsOf(block)) merge(resolved, this.#resolve(parent, block.place));
		for (const block of blocks ?? []) merge(resolved, attributesOf(block));
		this.#done.set(name, resolved);
		return resolved;
	}
}

/** A target for each combination of its matrix. */
function listBlocks(
	label: string,
	{ body, place }: Pick<TargetBlock, "body" | "place">,
	scope: BakeScope,
): [string, TargetBlock][] {
	const stated = body.attributes.get("matrix");
	const name = body.attributes.get("name");
	if (stated === undefined) return [[label, { body, place, scope, blockName: label }]];
	if (name === undefined) throw new DefinitionError(place, `the target ${label} has a matrix, and needs a name`);
	const matrix = evaluate(stated, scope);
	if (matrix.kind !== "table") return [];
	const limit = { place: matrix.place, count: MAX_TARGETS, what: "targets" };
	return multiply(matrix.entries, limit).map((way, index) => {
		const inner = withVariables(scope, way);
		return [
			textOf(evaluate(name, inner)) ?? `${label} (${index + 1})`,
			{ body, place, scope: inner, blockName: label },
		];
	});
}

function parentsOf({ body, scope }: TargetBlock): string[] {
	const inherits = body.attributes.get("inherits");
	return inherits === undefined ? [] : textsIn(evaluate(inherits, scope));
}

/** The targets whose results are named contexts. */
function basesIn(attributes: ReadonlyMap<string, Value>): string[] {
	const contexts = [...toTable(attributes.get("contexts")).values()].map((value) => textOf(value) ?? "");
	return contexts.flatMap((text) => (text.startsWith("target:") ? [text.slice("target:".length)] : []));
}

function attributesOf({ body, scope }: TargetBlock): ReadonlyMap<string, Value> {
	const own = [...body.attributes].filter(([name]) => ATTRIBUTES.includes(name));
	return new Map(own.map(([name, expression]) => [name, evaluate(expression, scope)]));
}

function merge(into: Map<string, Value>, from: ReadonlyMap<string, Value>): void {
	for (const [name, value] of from) {
		const before = into.get(name);
		if (value.kind === "scalar" && value.value === null) continue;
		const isJoined = TABLES.includes(name) && before?.kind === "table" && value.kind === "table";
		into.set(name, isJoined ? joinTables(before, value) : value);
	}
}

function joinTables(before: Table, after: Table): Table {
	return { ...after, entries: new Map([...before.entries, ...after.entries]) };
}
