import { codeFlow, labelPlaces } from "./code-flow.ts";
import { type Instruction, type Item, isLabel, type Label, targetOf } from "./instruction.ts";
import type { Target } from "./target.ts";

/** The longest tail to look for, in instructions. */
const LONGEST = 16;

/** The assumed reach of a short jump in bytes, on CPUs that have one. */
const NEAR = 120;

/** A piece of straight-line code, and where control goes at its end. */
interface Tail {
	/** The index of its first instruction. */
	readonly start: number;
	/** The index after it, without a jump that leaves it. */
	readonly end: number;
	/** The index after it, including such a jump: what is removed when it is replaced. */
	readonly removedTo: number;
}

/** Code, and what each item does: equal texts for items with the same effect. */
interface DescribedCode {
	readonly items: readonly Item[];
	readonly places: ReadonlyMap<Label, number>;
	readonly actions: readonly string[];
}

/**
 * Shares equal tails: if two pieces of code are the same and continue at the same place, one becomes a jump into the
 * other (tail merging; S. Muchnick, "Advanced Compiler Design and Implementation", section 18.8). Takes the longest
 * tails first, and only those that are longer than a jump.
 */
export function shareTails(code: readonly Item[], target: Target): readonly Item[] {
	let described = describe(code);
	for (let length = LONGEST; length > 0; length--) {
		const groups = groupTails(described, length, target).filter((tails) => tails.length > 1);
		// There is nothing to share for most lengths.
		if (groups.length > 0) described = describe(shareGroups(described.items, groups, target));
	}
	return described.items;
}

function describe(items: readonly Item[]): DescribedCode {
	const places = labelPlaces(items);
	return { items, places, actions: items.map((item) => actionOf(item, places)) };
}

function shareGroups(code: readonly Item[], groups: readonly (readonly Tail[])[], target: Target): Item[] {
	const positions = measure(code, target);
	const labels = new Map<number, Label>();
	const jumps = new Map<number, { readonly label: Label; readonly removedTo: number }>();
	for (const tails of groups) {
		const gains = tails.map((kept) =>
			tails.reduce((sum, tail) => sum + Math.max(0, gainOf(tail, kept, positions, target)), 0),
		);
		const kept = tails[gains.indexOf(Math.max(...gains))];
		for (const tail of tails) {
			if (kept === undefined || gainOf(tail, kept, positions, target) <= 0) continue;
			const label = labels.get(kept.start) ?? { name: "tail" };
			labels.set(kept.start, label);
			jumps.set(tail.start, { label, removedTo: tail.removedTo });
		}
	}
	const shared: Item[] = [];
	for (let index = 0; index < code.length; ) {
		const label = labels.get(index);
		if (label !== undefined) shared.push({ define: label });
		const jump = jumps.get(index);
		shared.push(...(jump === undefined ? code.slice(index, index + 1) : target.select.jump(jump.label)));
		index = jump?.removedTo ?? index + 1;
	}
	return shared;
}

/** The tails of that length, in groups of equal ones. */
function groupTails({ items, places, actions }: DescribedCode, length: number, target: Target): Tail[][] {
	const flow = codeFlow(target);
	const groups = new Map<string, Tail[]>();
	for (const [index, item] of items.entries()) {
		const goal = goalOf(item, index);
		if (goal === undefined) continue;
		const tail = { ...goal.tail, start: goal.tail.end - length };
		if (!isStraight(tail)) continue;
		const key = `${actions.slice(tail.start, tail.end).join(";")}→${goal.place}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [tail]);
		else group.push(tail);
	}
	return [...groups.values()];

	function isStraight({ start, end }: Tail): boolean {
		if (start < 0) return false;
		return items
			.slice(start, end)
			.every((inner, at) => !isLabel(inner) && (!flow.isEnd(inner) || (!flow.isJump(inner) && at === length - 1)));
	}

	function goalOf(
		item: Item,
		index: number,
	): { readonly place: number; readonly tail: Omit<Tail, "start"> } | undefined {
		if (isLabel(item)) return { place: places.get(item.define) ?? index, tail: { end: index, removedTo: index } };
		if (flow.isJump(item)) return { place: placeOf(item, places), tail: { end: index, removedTo: index + 1 } };
		return flow.isEnd(item) ? { place: -1, tail: { end: index + 1, removedTo: index + 1 } } : undefined;
	}
}

function placeOf(instruction: Instruction, places: ReadonlyMap<Label, number>): number {
	const to = targetOf(instruction);
	return to === undefined ? -1 : (places.get(to.label) ?? -1);
}

function actionOf(item: Item, places: ReadonlyMap<Label, number>): string {
	if (isLabel(item)) return "";
	const operands = item.operands.map((operand) =>
		operand.kind === "label"
			? `${places.get(operand.label) ?? operand.label.name}+${operand.offset}`
			: Object.values(operand).join(","),
	);
	return `${item.mnemonic} ${operands.join(" ")}`;
}

/** The offset of each item in bytes, assuming short branches. */
function measure(code: readonly Item[], target: Target): readonly number[] {
	let offset = 0;
	return [...code, undefined].map((item) => {
		const here = offset;
		if (item !== undefined && !isLabel(item)) offset += target.encode(item, 0, false)?.length ?? 0;
		return here;
	});
}

/** How many bytes are saved by a jump into the tail that stays. */
function gainOf(tail: Tail, kept: Tail, positions: readonly number[], target: Target): number {
	if (tail === kept) return 0;
	const at = (index: number): number => positions[index] ?? 0;
	const isLong = Math.abs(at(tail.start) - at(kept.start)) > NEAR;
	const [jump] = target.select.jump({ name: "" });
	const jumpSize = jump === undefined || isLabel(jump) ? 0 : (target.encode(jump, 0, isLong)?.length ?? 0);
	return at(tail.removedTo) - at(tail.start) - jumpSize;
}
