import { describe, expect, it } from "vitest";
import { assignHomes, localsToZero } from "../../../src/init/compiler/homes.ts";
import type { Expression, FunctionIr } from "../../../src/init/compiler/ir.ts";

const REGISTERS = { stack: [], homes: [20, 21] };

describe("homes of locals", () => {
	it("gives registers to the most used locals, slots to the others, and nothing to those that are not used", () => {
		const { of, saved, slotCount } = assignHomes(
			functionOf(5, [get(0), get(2), get(2), get(4), get(4), get(4), set(3, get(0))]),
			REGISTERS,
		);
		expect(of).toEqual([{ register: 21 }, undefined, { slot: 0 }, { slot: 1 }, { register: 20 }]);
		expect({ saved, slotCount }).toEqual({ saved: [20, 21], slotCount: 2 });
	});

	it("counts a use in a loop as eight, and in a nested loop as 64", () => {
		const inner = loop([get(0)]);
		const { of } = assignHomes(
			functionOf(3, [
				...Array.from({ length: 63 }, () => get(1)),
				...Array.from({ length: 7 }, () => get(2)),
				loop([inner]),
			]),
			REGISTERS,
		);
		expect(of).toEqual([{ register: 20 }, { register: 21 }, { slot: 0 }]);
		const { of: swapped } = assignHomes(functionOf(2, [...Array.from({ length: 9 }, () => get(1)), loop([get(0)])]), {
			stack: [],
			homes: [20],
		});
		expect(swapped).toEqual([{ slot: 0 }, { register: 20 }]);
	});

	it("assigns the first of equals first, and saves no register that it does not use", () => {
		expect(assignHomes(functionOf(1, [get(0)]), REGISTERS)).toEqual({
			of: [{ register: 20 }],
			saved: [20],
			slotCount: 0,
			depth: 0,
		});
		expect(assignHomes(functionOf(2, [get(1), get(0)]), REGISTERS).of).toEqual([{ register: 20 }, { register: 21 }]);
	});

	it("leaves them in the registers of the parameters if nothing is called and enough registers remain", () => {
		const leaf = functionOf(4, [get(1), set(3, get(1))], 2);
		expect(assignHomes(leaf, { stack: [10, 11, 12, 13], homes: [20, 21] })).toEqual({
			of: [undefined, { register: 11 }, undefined, { register: 12 }],
			saved: [],
			slotCount: 0,
			depth: 3,
		});
		expect(assignHomes(leaf, { stack: [10, 11, 12, 13], stackInCpu: 3, homes: [20, 21] }).depth).toBe(0);
		const call: Expression = { kind: "call", type: 0, callee: "other", operands: [] };
		const caller = functionOf(4, [get(1), set(3, get(1)), call], 2);
		expect(assignHomes(caller, { stack: [10, 11, 12, 13], homes: [20, 21] }).depth).toBe(0);
	});
});

describe("locals that have to start at 0", () => {
	it.each<[string, Expression[], number[]]>([
		["read before written", [get(1), set(1, constant)], [1]],
		["written first", [set(1, constant), get(1)], []],
		["parameters never", [get(0)], []],
		["written by its own value's reading", [set(1, get(1))], [1]],
		["written in one arm", [choose(get(0), set(1, constant)), get(1)], [1]],
		["written in both arms", [choose(get(0), set(1, constant), set(1, constant)), get(1)], []],
		["written by the condition", [choose(set(1, constant), nop), get(1)], []],
		["read in the arm that writes", [choose(get(0), block([set(1, constant), get(1)]))], []],
		["written in a block that can be left", [block([leave, set(1, constant)], "out"), get(1)], [1]],
		["read in the block that writes", [block([set(1, constant), get(1)], "out")], []],
		["written in a block without a label", [block([set(1, constant)]), get(1)], []],
		["written at the end of a loop", [loop([get(1), set(1, constant)])], [1]],
		["written in a loop, read after it", [loop([set(1, constant)]), get(1)], []],
		["several, in order", [get(3), get(2)], [2, 3]],
	])("%s", (_, body, expected) => {
		expect(localsToZero(functionOf(4, body, 1))).toEqual(expected);
	});
});

const constant: Expression = { kind: "constant", type: 32, value: 1n };
const nop: Expression = { kind: "nop", type: 0 };
const leave: Expression = {
	kind: "branch",
	type: 0,
	label: "out",
	condition: { kind: "local-get", type: 32, local: 0 },
	value: undefined,
};

function get(local: number): Expression {
	return { kind: "local-get", type: 32, local };
}

function set(local: number, value: Expression): Expression {
	return { kind: "local-set", type: 0, local, value };
}

function block(body: readonly Expression[], label?: string): Expression {
	return { kind: "block", type: 0, label, body };
}

function loop(body: readonly Expression[]): Expression {
	return { kind: "loop", type: 0, label: "again", body: block(body) };
}

function choose(condition: Expression, ifTrue: Expression, ifFalse?: Expression): Expression {
	return { kind: "if", type: 0, condition, ifTrue, ifFalse, isTrueOpen: true };
}

function functionOf(localCount: number, body: readonly Expression[], parameterCount = 0): FunctionIr {
	return {
		name: "test",
		parameterCount,
		locals: Array.from({ length: localCount }, () => 32 as const),
		result: 0,
		body: block(body),
	};
}
