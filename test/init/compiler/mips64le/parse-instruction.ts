import type { Instruction } from "../../../../src/init/compiler/instruction.ts";
import { registerName } from "../../../../src/init/compiler/mips64le/registers.ts";
import { makeParser } from "../parse-operands.ts";

/** Parses an instruction as objdump prints it, with a space instead of the tab. A label is its distance: `.+0x8`. */
export const parseInstruction: (text: string) => Instruction = makeParser(registerName, 32);
