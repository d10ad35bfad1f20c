import { makePrinter } from "../print-operands.ts";
import type { Target } from "../target.ts";
import { registerName } from "./registers.ts";

/** Instructions with unsigned numbers. */
const UNSIGNED: ReadonlySet<string> = new Set(["nilf", "oilf", "xilf", "llilf", "iihf", "clfi", "clgfi"]);

/** As `objdump -d` prints it. */
export const print: Target["print"] = makePrinter({ registerName, printImmediate });

function printImmediate(value: bigint, mnemonic: string): string {
	if (mnemonic === ".long") return `0x${value.toString(16).padStart(8, "0")}`;
	return `${UNSIGNED.has(mnemonic) ? BigInt.asUintN(32, value) : value}`;
}
