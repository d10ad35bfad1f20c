import { describe, expect, it } from "vitest";
import { type Item, isLabel } from "../../../../src/init/compiler/instruction.ts";
import { fillDelaySlots } from "../../../../src/init/compiler/mips64le/delay-slots.ts";
import { print } from "../../../../src/init/compiler/mips64le/print.ts";
import { parseInstruction } from "./parse-instruction.ts";

describe("what stands after a branch", () => {
	it.each<[string, readonly string[], readonly string[]]>([
		["the instruction before it", ["li a0,1", "b ."], ["b .", "li a0,1"]],
		["nothing where there is none", ["b ."], ["b .", "nop"]],
		["not what the branch reads", ["li a0,1", "beqz a0,."], ["li a0,1", "beqz a0,.", "nop"]],
		["what comes further up", ["li a1,1", "slt t0,a0,a2", "bnez t0,."], ["slt t0,a0,a2", "bnez t0,.", "li a1,1"]],
		[
			"not what is read on the way",
			["li a1,1", "slt t0,a0,a1", "bnez t0,."],
			["li a1,1", "slt t0,a0,a1", "bnez t0,.", "nop"],
		],
		[
			"not what reads what is written on the way",
			["move a3,t0", "li t0,5", "bne a0,t0,."],
			["move a3,t0", "li t0,5", "bne a0,t0,.", "nop"],
		],
		[
			"not what is written again on the way",
			["li t0,6", "li t0,5", "bne a0,t0,."],
			["li t0,6", "li t0,5", "bne a0,t0,.", "nop"],
		],
		["a load before a load", ["lw a1,0(s0)", "lw a0,0(s1)", "beqz a0,."], ["lw a0,0(s1)", "beqz a0,.", "lw a1,0(s0)"]],
		[
			"not a store before a load",
			["sw a1,0(s0)", "lw a0,0(s1)", "beqz a0,."],
			["sw a1,0(s0)", "lw a0,0(s1)", "beqz a0,.", "nop"],
		],
		["an argument of a call", ["move a0,s0", "bal ."], ["bal .", "move a0,s0"]],
		["not what saves the address to return to", ["sd ra,8(sp)", "bal ."], ["sd ra,8(sp)", "bal .", "nop"]],
		["not what restores it", ["ld ra,8(sp)", "daddiu sp,sp,16", "jr ra"], ["ld ra,8(sp)", "jr ra", "daddiu sp,sp,16"]],
		[
			"not what a condition changes",
			["dnegu t0,v0", "movn v0,t0,a3", "beqz v0,."],
			["dnegu t0,v0", "movn v0,t0,a3", "beqz v0,.", "nop"],
		],
		[
			"not a division whose result is taken",
			["div zero,a0,a1", "mflo a0", "beqz a0,."],
			["div zero,a0,a1", "mflo a0", "beqz a0,.", "nop"],
		],
		["not what is after another branch already", ["li a0,1", "b .", "b ."], ["b .", "li a0,1", "b .", "nop"]],
		["nothing from before a label", ["li a0,1", "here:", "b ."], ["li a0,1", "here:", "b .", "nop"]],
		["nothing from before a trap", ["li a1,1", "teq a0,zero,0x7", "b ."], ["li a1,1", "teq a0,zero,0x7", "b .", "nop"]],
		["not the kernel's call", ["syscall", "b ."], ["syscall", "b .", "nop"]],
		["not an address, which is several instructions", ["la a0,.+0x10", "b ."], ["la a0,.+0x10", "b .", "nop"]],
	])("%s", (_, code, filled) => {
		expect(fillDelaySlots(code.map(parseItem)).map(printItem)).toEqual(filled);
	});
});

function parseItem(text: string): Item {
	return text.endsWith(":") ? { define: { name: text.slice(0, -1) } } : parseInstruction(text);
}

function printItem(item: Item): string {
	return isLabel(item) ? `${item.define.name}:` : print(item, ({ name }) => name).replace("\t", " ");
}
