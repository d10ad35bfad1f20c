/** The syntax for IA-32 is the same as for amd64, with other registers in addresses. */
export { parseInstruction } from "../amd64/parse-instruction.ts";
