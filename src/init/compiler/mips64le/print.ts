import { makePrinter } from "../print-operands.ts";
import type { Target } from "../target.ts";
import { registerName } from "./registers.ts";

/** Instructions with a signed immediate. */
const DECIMAL: ReadonlySet<string> = new Set(["addiu", "daddiu", "slti", "sltiu"]);

/** As `objdump -d -M gpr-names=64` prints it; `la` stands for the branch and the additions that make an address. */
export const print: Target["print"] = makePrinter({ registerName, printImmediate });

/** From 32,768 on, the number of `li` is that of `ori`. */
function printImmediate(value: bigint, mnemonic: string): string {
	const isDecimal = mnemonic === "li" ? value < 0x8000n : DECIMAL.has(mnemonic);
	return isDecimal ? `${value}` : `0x${value.toString(16)}`;
}
