import { type Instruction, type Item, isLabel, type Label, targetOf } from "./instruction.ts";
import type { Target } from "./target.ts";

/** The control flow of lowered code, for passes over any CPU's instructions. */
export interface CodeFlow {
	/** Whether it is a jump made by `select.jump`. */
	isJump(item: Item): item is Instruction;
	/** Whether control does not continue after it: a jump, the end of a function, a trap. */
	isEnd(item: Item): boolean;
	/** Whether it is a call made by `select.call`: of a function, or of one of the CPU's routines. */
	isCall(item: Item): boolean;
}

/** Recognizes jumps, ends and calls by what `select` makes of them. */
export function codeFlow({ select }: Target): CodeFlow {
	const jump = lastMnemonic(select.jump({ name: "" }));
	const call = lastMnemonic(select.call({ name: "" }));
	const returns = [false, true].map((hasCalls) => lastMnemonic(select.epilogue({ slots: 0, saved: [], hasCalls })));
	const ends = [jump, ...returns, lastMnemonic(select.trap())];
	return {
		isJump: (item): item is Instruction => !isLabel(item) && item.mnemonic === jump,
		isEnd: (item) => !isLabel(item) && ends.includes(item.mnemonic),
		isCall: (item) => !isLabel(item) && item.mnemonic === call,
	};
}

function lastMnemonic(items: readonly Item[]): string {
	const item = items.at(-1);
	return item === undefined || isLabel(item) ? "" : item.mnemonic;
}

/** The index of the first instruction after each label: labels at the same position are equivalent. */
export function labelPlaces(code: readonly Item[]): ReadonlyMap<Label, number> {
	const places = new Map<Label, number>();
	let place = code.length;
	for (const [index, item] of [...code.entries()].reverse()) {
		if (isLabel(item)) places.set(item.define, place);
		else place = index;
	}
	return places;
}

/** Makes jumps to jumps go directly to the final target, and removes code that has become unreachable. */
export function threadJumps(code: readonly Item[], target: Target, kept: ReadonlySet<Label>): Item[] {
	const flow = codeFlow(target);
	const places = labelPlaces(code);
	const threaded = code.map((item): Item => {
		const to = isLabel(item) ? undefined : targetOf(item);
		if (isLabel(item) || to === undefined || to.offset !== 0) return item;
		const label = finalLabel(to.label);
		return label === to.label
			? item
			: { ...item, operands: item.operands.map((operand) => (operand === to ? { ...to, label } : operand)) };
	});
	return dropUnreached(threaded, flow, kept);

	function finalLabel(label: Label): Label {
		const seen = new Set<Label>();
		for (let at = label; ; ) {
			const item = code[places.get(at) ?? -1];
			const next = item !== undefined && flow.isJump(item) ? targetOf(item)?.label : undefined;
			if (next === undefined || seen.has(next)) return at;
			seen.add(next);
			at = next;
		}
	}
}

function dropUnreached(code: readonly Item[], flow: CodeFlow, kept: ReadonlySet<Label>): Item[] {
	const named = new Set(code.flatMap((item) => (isLabel(item) ? [] : (targetOf(item)?.label ?? []))));
	let isReached = true;
	return code.filter((item) => {
		if (isLabel(item)) {
			const isNamed = named.has(item.define) || kept.has(item.define);
			isReached ||= isNamed;
			return isNamed;
		}
		const wasReached = isReached;
		if (flow.isEnd(item)) isReached = false;
		return wasReached;
	});
}
