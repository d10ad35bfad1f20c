import binaryen from "assemblyscript/binaryen";

// Listings show the names of functions.
binaryen.setDebugInfo(true);

/** Most CPUs are given the same text, and to optimize it takes longer than all else. */
const assembled = new Map<string, Uint8Array>();

/** WebAssembly text as a binary module; optimized as asc does, when that is asked for. */
export function assemble(text: string, isOptimized = false): Uint8Array {
	const key = `${isOptimized} ${text}`;
	const known = assembled.get(key);
	if (known !== undefined) return known;
	const wasm = assembleText(text, isOptimized);
	assembled.set(key, wasm);
	return wasm;
}

function assembleText(text: string, isOptimized: boolean): Uint8Array {
	const module = binaryen.parseText(text);
	try {
		module.setFeatures(binaryen.Features.SignExt | binaryen.Features.MutableGlobals);
		if (isOptimized) {
			binaryen.setOptimizeLevel(3);
			binaryen.setShrinkLevel(1);
			module.optimize();
		}
		return module.emitBinary();
	} finally {
		module.dispose();
	}
}
