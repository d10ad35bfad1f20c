/** The part of JavaScript's WebAssembly API that is used here. Neither es2023's nor Node.js's types include it. */
interface WebAssemblyApi {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object, imports: Imports) => { readonly exports: Readonly<Record<string, unknown>> };
	readonly RuntimeError: new () => Error;
}

// biome-ignore lint/suspicious/noExplicitAny: functions of all sorts
export type WasmFunction = (...operands: any[]) => unknown;
type Imports = Readonly<Record<string, Readonly<Record<string, WasmFunction>>>>;

export const webAssembly: WebAssemblyApi = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi })
	.WebAssembly;

export interface WasmMemory {
	readonly buffer: ArrayBuffer;
	grow(pages: number): void;
}
