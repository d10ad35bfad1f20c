// What core and the frontend expect of a JavaScript engine besides ECMAScript: the Encoding Standard, of which browsers
// and Node.js have all, and QuickJS gets as much from a package. It is read by the tsconfig.json of these two alone.
// See https://encoding.spec.whatwg.org

declare class TextEncoder {
	encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
	constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
	decode(bytes: Uint8Array): string;
}
