import { printDriver } from "../driver.ts";
import { type DriverCall, printTree, type RandomFunction, type RandomProgram } from "./tree.ts";

/** How many calls the functions may make for each call from the driver. */
const FUEL = 60;

/** The program as WebAssembly text: the driver calls the functions. */
export function printModule({ functions, calls }: RandomProgram): string {
	return printDriver(functions.map(printFunction), [
		...calls.map((call) => printCall(call, functions)),
		"(i64.extend_i32_u (global.get $i32))",
		"(global.get $i64)",
	]);
}

/** A function that calls others as long as there is fuel. */
function printFunction({ parameters, locals, result, body }: RandomFunction, index: number): string {
	return `(func $f${index} (param ${parameters.join(" ")}) (result ${result}) (local ${locals.join(" ")})
		(if (i32.le_s (global.get $fuel) (i32.const 0)) (then (return (${result}.const ${index}))))
		(global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))
		${printTree(body)})`;
}

function printCall({ callee, args }: DriverCall, functions: readonly RandomFunction[]): string {
	const call = `(call $f${callee}${args.map((arg) => ` (${arg})`).join("")})`;
	const value = functions[callee]?.result === "i32" ? `(i64.extend_i32_u ${call})` : call;
	return `(block (result i64) (global.set $fuel (i32.const ${FUEL})) ${value})`;
}
