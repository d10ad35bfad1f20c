import { beforeAll, describe, expect, it } from "vitest";
import { encode } from "../../../../src/init/compiler/amd64/encode.ts";
import { print } from "../../../../src/init/compiler/amd64/print.ts";
import { targetOf } from "../../../../src/init/compiler/instruction.ts";
import { type Disassembled, disassemble, findObjdump } from "../objdump.ts";
import { parseInstruction } from "./parse-instruction.ts";

/**
 * Instructions as objdump prints them, with labels as distances from the first byte, and their bytes. They cover the
 * boundaries of each format.
 */
const ROWS = [
	// two registers: REX.W, REX.R, REX.B
	["add edi,esi", "01 f7"],
	["add rdi,rsi", "48 01 f7"],
	["add r8d,edi", "41 01 f8"],
	["add edi,r8d", "44 01 c7"],
	["add r15,r8", "4d 01 c7"],
	["or esi,edx", "09 d6"],
	["and rdx,r10", "4c 21 d2"],
	["sub r9,r8", "4d 29 c1"],
	["xor eax,eax", "31 c0"],
	["xor r8d,r8d", "45 31 c0"],
	["cmp ebp,r12d", "44 39 e5"],
	["cmp r13,rbp", "49 39 ed"],
	["test edi,edi", "85 ff"],
	["test r14,r14", "4d 85 f6"],
	["mov edi,esi", "89 f7"],
	["mov rdi,rsp", "48 89 e7"],
	["mov r12,rdi", "49 89 fc"],
	["mov esi,r15d", "44 89 fe"],
	["bsf edi,esi", "0f bc fe"],
	["bsf r8,rdi", "4c 0f bc c7"],
	["bsr eax,r9d", "41 0f bd c1"],
	["bsr rdi,r15", "49 0f bd ff"],
	["imul edi,esi", "0f af fe"],
	["imul r10,rdx", "4c 0f af d2"],
	["imul rax,r15", "49 0f af c7"],
	// one operand
	["inc edi", "ff c7"],
	["inc rbp", "48 ff c5"],
	["dec r14d", "41 ff ce"],
	["dec r8", "49 ff c8"],
	// immediates of 8 and 32 bits
	["add edi,0x7f", "83 c7 7f"],
	["add edi,0x80", "81 c7 80 00 00 00"],
	["add edi,0xffffff80", "83 c7 80"],
	["add edi,0xffffff7f", "81 c7 7f ff ff ff"],
	["add rsp,0x8", "48 83 c4 08"],
	["add rsp,0x80", "48 81 c4 80 00 00 00"],
	["sub rsp,0xffffffffffffff80", "48 83 ec 80"],
	["sub r12,0x7fffffff", "49 81 ec ff ff ff 7f"],
	["and rdi,0xffffffff80000000", "48 81 e7 00 00 00 80"],
	["and r9d,0xf", "41 83 e1 0f"],
	["or edi,0xffffffff", "83 cf ff"],
	["or r8d,0xffffffff", "41 83 c8 ff"],
	["xor r10,0x1", "49 83 f2 01"],
	["cmp r8d,0x7f", "41 83 f8 7f"],
	["cmp r8,0x80", "49 81 f8 80 00 00 00"],
	["imul edi,esi,0x7f", "6b fe 7f"],
	["imul edi,esi,0x80", "69 fe 80 00 00 00"],
	["imul r9,r10,0xffffffffffffff80", "4d 6b ca 80"],
	["imul r9,rdx,0x7fffffff", "4c 69 ca ff ff ff 7f"],
	["mov eax,0x1", "b8 01 00 00 00"],
	["mov r8d,0xffffffff", "41 b8 ff ff ff ff"],
	["mov edi,0x80000000", "bf 00 00 00 80"],
	["mov rdi,0xffffffff80000000", "48 c7 c7 00 00 00 80"],
	["mov r15,0xffffffff80000000", "49 c7 c7 00 00 00 80"],
	["movabs rdi,0x100000000", "48 bf 00 00 00 00 01 00 00 00"],
	["movabs r9,0x8000000000000000", "49 b9 00 00 00 00 00 00 00 80"],
	["push 0x7f", "6a 7f"],
	["push 0xffffffffffffff80", "6a 80"],
	["push rdi", "57"],
	["push r12", "41 54"],
	["pop rbp", "5d"],
	["pop r15", "41 5f"],
	// shifts
	["shl edi,0x1f", "c1 e7 1f"],
	["shl r8,0x3f", "49 c1 e0 3f"],
	["shr esi,cl", "d3 ee"],
	["sar r9,cl", "49 d3 f9"],
	["sar r14d,0x2", "41 c1 fe 02"],
	["rol rdx,0x2", "48 c1 c2 02"],
	["ror r10d,cl", "41 d3 ca"],
	// bytes in registers: sil, dil and bpl need a REX prefix
	["sete al", "0f 94 c0"],
	["setb al", "0f 92 c0"],
	["movzx edi,al", "0f b6 f8"],
	["movzx r9d,al", "44 0f b6 c8"],
	["movsx edi,cl", "0f be f9"],
	["movsx edi,dil", "40 0f be ff"],
	["movsx r8,r9b", "4d 0f be c1"],
	["movsx rdi,sil", "48 0f be fe"],
	["movsx esi,bp", "0f bf f5"],
	["movsx r10,r15w", "4d 0f bf d7"],
	["movsxd rdi,esi", "48 63 fe"],
	["movsxd r8,r15d", "4d 63 c7"],
	// memory: no displacement, 8 bits, 32 bits
	["mov rax,QWORD PTR [rdi]", "48 8b 07"],
	["mov rdi,QWORD PTR [rdi+0x7f]", "48 8b 7f 7f"],
	["mov rdi,QWORD PTR [rdi+0x80]", "48 8b bf 80 00 00 00"],
	["mov rdi,QWORD PTR [rdi-0x80]", "48 8b 7f 80"],
	["mov rdi,QWORD PTR [rdi-0x81]", "48 8b bf 7f ff ff ff"],
	["mov esi,DWORD PTR [rbx]", "8b 33"],
	["mov r9d,DWORD PTR [rbx+0x7fffffff]", "44 8b 8b ff ff ff 7f"],
	["mov DWORD PTR [rbx-0x80],r8d", "44 89 43 80"],
	["mov QWORD PTR [r14],rdi", "49 89 3e"],
	// rsp and r12 need a SIB byte
	["mov QWORD PTR [rsp],rdi", "48 89 3c 24"],
	["mov QWORD PTR [rsp+0x8],r9", "4c 89 4c 24 08"],
	["mov rdi,QWORD PTR [rsp+0x80]", "48 8b bc 24 80 00 00 00"],
	["mov rdi,QWORD PTR [r12]", "49 8b 3c 24"],
	["mov DWORD PTR [r12+0x7f],edi", "41 89 7c 24 7f"],
	["mov r8,QWORD PTR [r12+0x100]", "4d 8b 84 24 00 01 00 00"],
	// rbp and r13 need a displacement
	["mov rdi,QWORD PTR [rbp+0x0]", "48 8b 7d 00"],
	["mov QWORD PTR [r13+0x0],rdi", "49 89 7d 00"],
	["mov edx,DWORD PTR [r13+0x4]", "41 8b 55 04"],
	["mov r15,QWORD PTR [rbp-0x100]", "4c 8b bd 00 ff ff ff"],
	// bytes in memory
	["movzx edi,BYTE PTR [rsi]", "0f b6 3e"],
	["movzx r8d,BYTE PTR [r12]", "45 0f b6 04 24"],
	["movzx edi,BYTE PTR [r13+0x0]", "41 0f b6 7d 00"],
	["mov BYTE PTR [rdi],al", "88 07"],
	["mov BYTE PTR [rdi],sil", "40 88 37"],
	["mov BYTE PTR [rbx-0x1],dil", "40 88 7b ff"],
	["mov BYTE PTR [r12+0x80],r9b", "45 88 8c 24 80 00 00 00"],
	// memory and an immediate
	["cmp BYTE PTR [rdi],0x0", "80 3f 00"],
	["cmp BYTE PTR [rbx+0x7f],0xff", "80 7b 7f ff"],
	["cmp BYTE PTR [r12],0x80", "41 80 3c 24 80"],
	["cmp DWORD PTR [rbx-0x80],0x7f", "83 7b 80 7f"],
	["cmp DWORD PTR [rbp+0x0],0x80", "81 7d 00 80 00 00 00"],
	["cmp QWORD PTR [rsp+0x8],0xffffffffffffffff", "48 83 7c 24 08 ff"],
	["cmp QWORD PTR [r13+0x0],0x7fffffff", "49 81 7d 00 ff ff ff 7f"],
	// addresses
	["lea rdi,[rbx-0x80]", "48 8d 7b 80"],
	["lea esi,[rdi+0x1]", "8d 77 01"],
	["lea r8,[r12+0x7f]", "4d 8d 44 24 7f"],
	["lea rdi,[rip+.+0x7]", "48 8d 3d 00 00 00 00"],
	["lea rdi,[rip+.]", "48 8d 3d f9 ff ff ff"],
	["lea r15,[rip+.-0x1000]", "4c 8d 3d f9 ef ff ff"],
	["lea rbx,[rip+.+0x7fffffff]", "48 8d 1d f8 ff ff 7f"],
	// division
	["cdq", "99"],
	["cqo", "48 99"],
	["div ecx", "f7 f1"],
	["div rcx", "48 f7 f1"],
	["idiv ecx", "f7 f9"],
	["idiv rcx", "48 f7 f9"],
	["idiv r8", "49 f7 f8"],
	// control
	["call .+0x5", "e8 00 00 00 00"],
	["call .-0x7ffffffb", "e8 00 00 00 80"],
	["call .+0x7fffffff", "e8 fa ff ff 7f"],
	["ret", "c3"],
	["syscall", "0f 05"],
	["ud2", "0f 0b"],
] as const;

/** Jumps in their short and long forms: one or four bytes of displacement, relative to the end of the jump. */
const JUMPS = [
	["jmp .+0x81", "eb 7f", "e9 7c 00 00 00"],
	["jmp .+0x82", undefined, "e9 7d 00 00 00"],
	["jmp .-0x7e", "eb 80", "e9 7d ff ff ff"],
	["jmp .-0x7f", undefined, "e9 7c ff ff ff"],
	["jmp .", "eb fe", "e9 fb ff ff ff"],
	["jmp .+0x2", "eb 00", "e9 fd ff ff ff"],
	["je .+0x81", "74 7f", "0f 84 7b 00 00 00"],
	["jne .+0x82", undefined, "0f 85 7c 00 00 00"],
	["jl .-0x7e", "7c 80", "0f 8c 7c ff ff ff"],
	["jge .-0x7f", undefined, "0f 8d 7b ff ff ff"],
	["jle .+0x2", "7e 00", "0f 8e fc ff ff ff"],
	["jg .+0x7fffffff", undefined, "0f 8f f9 ff ff 7f"],
	["jb .+0x2", "72 00", "0f 82 fc ff ff ff"],
	["jae .+0x2", "73 00", "0f 83 fc ff ff ff"],
	["jbe .+0x2", "76 00", "0f 86 fc ff ff ff"],
	["ja .+0x2", "77 00", "0f 87 fc ff ff ff"],
] as const;

describe("encoding for amd64", () => {
	it.each(ROWS)("%s", (text, bytes) => {
		expect(encodeText(text)).toBe(bytes);
	});

	it.each(ROWS)("prints %s", (text) => {
		expect(printText(text)).toBe(text);
	});

	it.each(JUMPS)("%s, short or long", (text, short, long) => {
		expect(encodeText(text)).toBe(short);
		expect(encodeText(text, true)).toBe(long);
		expect(printText(text)).toBe(text);
	});

	it.each(["popcnt rdi,rsi", "add 0x1,edi", "div 0x1", "movabs rdi,rsi", "setz al"])("refuses %s", (text) => {
		expect(() => encodeText(text)).toThrow("BUG: ");
	});
});

const objdump = findObjdump("amd64");
const START = 0x1_0000_0000;

describe.skipIf("missing" in objdump)(
	`the tables are what objdump says${"missing" in objdump ? ` (${objdump.missing})` : ""}`,
	() => {
		const coded = [
			...ROWS,
			...JUMPS.flatMap(([text, short, long]) => [
				...(short === undefined ? [] : [[text, short] as const]),
				[text, long] as const,
			]),
		];
		const code = Buffer.from(coded.map(([, bytes]) => bytes.replaceAll(" ", "")).join(""), "hex");
		let dumped: readonly Disassembled[] = [];
		beforeAll(async () => {
			if (!("missing" in objdump)) dumped = await disassemble(objdump, code, START);
		});

		it.each(coded.map(([text, bytes], index) => [text, bytes, index] as const))("%s (%s)", (text, _, index) => {
			const { offset = 0 } = targetOf(parseInstruction(text)) ?? {};
			const { address = 0, text: actual } = dumped[index] ?? {};
			expect(actual).toBe(text.replace(/\.([+-]0x\w+)?(?=\]?$)/, `0x${(address + offset).toString(16)}`));
		});
	},
);

function encodeText(text: string, isLong = false): string | undefined {
	const instruction = parseInstruction(text);
	return encode(instruction, targetOf(instruction)?.offset ?? 0, isLong)
		?.map((byte) => byte.toString(16).padStart(2, "0"))
		.join(" ");
}

function printText(text: string): string {
	return print(parseInstruction(text), ({ name }) => name).replace(/ +/, " ");
}
