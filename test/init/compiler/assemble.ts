import binaryen from "assemblyscript/binaryen";

// Listings show the names of functions.
binaryen.setDebugInfo(true);

/** Most CPUs get the same text, and optimizing it takes longer than everything else. */
const assembled = new Map<string, Uint8Array>();

/** Turns WebAssembly text into a binary module, which is optimized as asc does it if `isOptimized` is true. */
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
