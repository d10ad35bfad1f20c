import { describe, expect, it } from "vitest";
import { dataValue, KnownValues, localValue, plainValue } from "../../../src/init/compiler/known-values.ts";

const one = plainValue({ kind: "constant", type: 32, value: 1n });
const word = dataValue({ offset: 8, size: 4 }, 32);

describe("what registers hold", () => {
	it("is kept until the register is written", () => {
		const known = new KnownValues();
		known.add(5, one);
		known.add(5, localValue(2));
		expect([known.holds(5, one), known.holdersOf(localValue(2)), known.holds(6, one)]).toEqual([true, [5], false]);
		known.write(5);
		expect(known.holdersOf(one)).toEqual([]);
	});

	it("moves with its register, and is not shared afterwards", () => {
		const known = new KnownValues();
		known.add(5, one);
		known.write(6, 5);
		known.write(5);
		expect(known.holdersOf(one)).toEqual([6]);
	});

	it("is forgotten when the local changes, wherever it is", () => {
		const known = new KnownValues();
		known.add(5, localValue(2));
		known.add(6, localValue(2));
		known.add(6, localValue(3));
		known.forget(localValue(2));
		expect([known.holdersOf(localValue(2)), known.holdersOf(localValue(3))]).toEqual([[], [6]]);
	});

	it.each([
		["the same word", { offset: 8, size: 4 }, []],
		["its first byte", { offset: 8, size: 1 }, []],
		["its last byte", { offset: 11, size: 1 }, []],
		["words around it", { offset: 4, size: 8 }, []],
		["what is in front of it", { offset: 0, size: 8 }, [5]],
		["what follows it", { offset: 12, size: 4 }, [5]],
		["some memory", undefined, []],
	] as const)("is forgotten about memory when a store writes it: %s", (_, written, holders) => {
		const known = new KnownValues();
		known.add(5, word);
		known.add(6, one);
		known.forgetMemory(written);
		expect([known.holdersOf(word), known.holdersOf(one)]).toEqual([holders, [6]]);
	});

	it("after a join is what both paths knew", () => {
		const known = new KnownValues();
		known.add(5, one);
		known.add(6, one);
		const other = known.copy();
		known.write(5);
		other.write(6);
		other.add(6, word);
		expect(known.meet(other).holdersOf(one)).toEqual([]);
		known.add(5, one);
		expect([known.meet(other).holdersOf(one), known.meet(other).holdersOf(word)]).toEqual([[5], []]);
	});

	it("distinguishes numbers by bits and width", () => {
		const value = (type: 32 | 64, number: bigint): string => plainValue({ kind: "constant", type, value: number }).key;
		expect(value(32, -1n)).toBe(value(32, 0xffff_ffffn));
		expect(value(64, -1n)).not.toBe(value(32, -1n));
	});
});
