import { riscv64 } from "../../../../src/init/compiler/riscv64/target.ts";
import { describeEncodings } from "../describe-encodings.ts";
import { parseInstruction } from "./parse-instruction.ts";

describeEncodings({
	target: riscv64,
	parse: parseInstruction,
	rows: [],
	beyond: ["beq a0,a1,.+0x1000", "bltz a0,.-0x1002", "j .+0x100000", "jal .-0x100002"],
	long: [
		["beq a0,t6,.+0x1000", "bne a0,t6,.+0x8", "j .+0xffc"],
		["bgeu a0,a1,.-0x1002", "bltu a0,a1,.+0x8", "j .-0x1006"],
		["bgtz a0,.+0x1000", "blez a0,.+0x8", "j .+0xffc"],
		["bnez a0,.+0x1000", "beqz a0,.+0x8", "j .+0xffc"],
	],
	refused: [
		"addi a0,a1,2048",
		"li a0,-2049",
		"lui a0,0x100000",
		"slliw a0,a1,0x20",
		"srai a0,a1,0x40",
		"ld a0,2048(a1)",
		"sd a0,-2049(a1)",
		"cpop a0,a1",
	],
});
