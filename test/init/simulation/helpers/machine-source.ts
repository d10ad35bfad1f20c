/**
 * The module between the init and the simulated kernel, in AssemblyScript: memory for `native.*`, with a shadow that
 * states whether each byte may be read (1) or written (2), and `sys.*` with addresses as plain numbers. It is
 * WebAssembly because calls between modules are much faster than calls to JavaScript, where each 64-bit word would be a
 * BigInt.
 * @param declarations the init's sys.ts
 */
export function writeMachineSource(wordSize: 4 | 8, declarations: string): string {
	return [
		`type word = i${wordSize * 8};`,
		MEMORY,
		...[...declarations.matchAll(DECLARATION)].map(writeSystemCall),
	].join("\n");
}

const DECLARATION = /export declare function (\w+)\((.*)\): i32;/g;

function writeSystemCall([, name, list = ""]: RegExpMatchArray): string {
	const parameters = [...list.matchAll(/(\w+): (\w+)/g)].map(([, parameter, type]) => ({ parameter, type }));
	const narrow = parameters.map(({ parameter }) => `${parameter}: i32`).join(", ");
	const values = parameters
		.map(({ parameter, type }) => (type === "word" ? `narrow(${parameter})` : parameter))
		.join(", ");
	return `@external("kernel", "${name}") declare function kernel_${name}(${narrow}): i32;
export function sys_${name}(${list}): i32 { return kernel_${name}(${values}); }`;
}

/**
 * The offsets of the parts of the memory, in bytes: objects, messages, arguments; then tables with 4 bytes for every 4
 * bytes of literals, which hold what `text`, `zeroed` and `message` have returned; then the shadow of everything before
 * the tables.
 */
export const LAYOUT = {
	objects: 0x1_0000,
	messages: 0x4_0000,
	stack: 0x5_0000,
	texts: 0x8_0000,
	buffers: 0xc_0000,
	numbers: 0x10_0000,
	shadow: 0x14_0000,
	end: 0x1c_0000,
} as const;

const MEMORY = `
@external("machine", "fault") declare function fault(address: i32): void;
@external("machine", "placeText") declare function placeText(literal: i32): i32;
@external("machine", "placeBuffer") declare function placeBuffer(name: i32, size: i32): i32;
@external("machine", "placeMessage") declare function placeMessage(literal: i32): i32;

// @ts-ignore: decorator
@inline function check(address: word, size: i32, access: i32): usize {
	const at = <usize>address;
	if (<word>at != address || at >= ${LAYOUT.texts - 8} || load<u8>(at + ${LAYOUT.shadow}) < <u8>access || load<u8>(at + size - 1 + ${LAYOUT.shadow}) < <u8>access) {
		fault(<i32>address);
		unreachable();
	}
	return at;
}
function narrow(value: word): i32 {
	if (<word><i32>value != value) fault(<i32>value);
	return <i32>value;
}
export function load8(address: word): i32 { return load<u8>(check(address, 1, 1)); }
export function load32(address: word): i32 { return load<i32>(check(address, 4, 1)); }
export function loadWord(address: word): word { return load<word>(check(address, sizeof<word>(), 1)); }
export function store8(address: word, value: i32): void { store<u8>(check(address, 1, 2), <u8>value); }
export function store32(address: word, value: i32): void { store<i32>(check(address, 4, 2), value); }
export function storeWord(address: word, value: word): void { store<word>(check(address, sizeof<word>(), 2), value); }
export function text(literal: i32): word {
	const known = load<u32>(${LAYOUT.texts} + literal);
	return known != 0 ? known : placeText(literal);
}
export function zeroed(name: i32, size: i32): word {
	const known = load<u32>(${LAYOUT.buffers} + name);
	return known != 0 ? known : placeBuffer(name, size);
}
export function message(literal: i32): i32 {
	const known = load<u32>(${LAYOUT.numbers} + literal);
	return known != 0 ? known - 1 : placeMessage(literal);
}
export function messages(): word { return ${LAYOUT.messages}; }
`;
