import binaryen from "assemblyscript/binaryen";
import { BitCounts } from "./bit-counts.ts";
import { CompileError } from "./compile-error.ts";
import type { FunctionIr, ModuleIr, Width, ZeroedObject } from "./ir.ts";
import { Lifter } from "./lift-expression.ts";
import { NativeObjects } from "./native-objects.ts";
import { makeStringReader } from "./strings.ts";
import type { Target } from "./target.ts";
import { constantValue, valueType } from "./values.ts";

/**
 * Reads a WebAssembly module into IR.
 * @param wasm a module that imports `native.*` and `sys.*` only, and exports `start`
 * @throws CompileError for anything without a counterpart: floats, linear memory, tables, a start function
 */
export function lift(wasm: Uint8Array, target: Target): ModuleIr {
	const module = binaryen.readBinary(wasm);
	try {
		return liftModule(module, target);
	} finally {
		module.dispose();
	}
}

function liftModule(module: binaryen.Module, { wordSize, select }: Target): ModuleIr {
	if (module.getStart() !== 0) {
		throw new CompileError(
			"a top-level variable has an initial value that is computed; give it a constant, and compute the value in a function",
		);
	}
	const globals = liftGlobals(module);
	const word = wordSize === 8 ? 64 : 32;
	const objects = new NativeObjects(makeStringReader(module), word);
	const bitCounts = new BitCounts(select.bitCounts);
	const widths = new Map(globals.map(({ symbol, size }): [string, Width] => [symbol, size === 8 ? 64 : 32]));
	const lifter = new Lifter({ module, objects, bitCounts, word, globals: widths });
	const functions: FunctionIr[] = [];
	for (let index = 0; index < module.getNumFunctions(); index++) {
		const info = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
		if (!info.module) functions.push(liftFunction(info, lifter));
	}
	return {
		entry: findEntry(module),
		functions: [...functions, ...bitCounts.functions],
		rodata: objects.rodata,
		bss: [...globals, ...objects.buffers],
	};
}

function findEntry(module: binaryen.Module): string {
	const start = module.getExport("start");
	if (start === 0) throw new CompileError("no entry point: write `export function start(stack: word): void { … }`");
	return binaryen.getExportInfo(start).value;
}

/**
 * Each global is an object of its own size. Those of the library, such as the heap's base, are left out unless a
 * function uses them.
 */
function liftGlobals(module: binaryen.Module): ZeroedObject[] {
	const globals: ZeroedObject[] = [];
	for (let index = 0; index < module.getNumGlobals(); index++) {
		const { name, type, init } = binaryen.getGlobalInfo(module.getGlobalByIndex(index));
		const size = type === binaryen.i32 ? 4 : type === binaryen.i64 ? 8 : 0;
		if (size !== 0) globals.push({ symbol: name, size, alignment: size, initial: readConstant(init) });
	}
	return globals;
}

function readConstant(expression: number): bigint {
	const info = binaryen.getExpressionInfo(expression);
	if (info.id !== binaryen.ConstId) throw new Error("BUG: the initial value of a global is not a constant");
	return constantValue(info as binaryen.ConstInfo);
}

/** Parameters are passed like the arguments of a system call: in as many registers as every CPU has for those. */
const MOST_PARAMETERS = 6;

function liftFunction(info: binaryen.FunctionInfo, lifter: Lifter): FunctionIr {
	try {
		const parameters = binaryen.expandType(info.params).map(localType);
		if (parameters.length > MOST_PARAMETERS) {
			throw new CompileError(
				`a function has ${MOST_PARAMETERS} parameters at most; keep the others in top-level variables`,
			);
		}
		return {
			name: info.name,
			parameterCount: parameters.length,
			locals: [...parameters, ...info.vars.map(localType)],
			result: valueType(info.results),
			body: lifter.lift(info.body),
		};
	} catch (error) {
		if (error instanceof CompileError && error.functionName === undefined) throw error.inFunction(info.name);
		throw error;
	}
}

function localType(type: number): Width {
	const lifted = valueType(type);
	if (lifted === 0) throw new Error("BUG: a local without a type");
	return lifted;
}
