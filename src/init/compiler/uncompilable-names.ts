const NO_FLOATS = "floats are not supported: write i32 or word, for times in milliseconds";
const NO_STRINGS = "strings are not supported at run time: write `word` for the address of a text";
const NO_OBJECTS =
	'objects are not supported: write zeroed("name", bytes) from pidone/init/native for memory, and read and write it with load32 and store32';
const NO_MEMORY =
	"only native memory is available: write load8, load32, loadWord, store8, store32 or storeWord from pidone/init/native";
const NO_RUNTIME =
	"JavaScript's runtime is not available: write tell(…) from pidone/init/output for a message, or a system call from pidone/init/sys";
const NO_TIMERS =
	"it needs an event loop, which the program does not have: write setDeadline from pidone/init/timers, and act on it in the loop that takes signals";
const NARROW = "is 32 bits wide here, and an address need not be: write `word`";

/** Messages for names that TypeScript or AssemblyScript define but that cannot be compiled, by their purpose. */
const NAMES: readonly (readonly [message: string, names: string])[] = [
	[NO_FLOATS, "f32 f64 number Number Math Mathf NativeMath NativeMathf JSMath NaN Infinity isNaN isFinite parseFloat"],
	[NO_STRINGS, "string String JSON RegExp Symbol encodeURIComponent decodeURIComponent"],
	[
		NO_OBJECTS,
		"Array StaticArray ReadonlyArray Map Set WeakMap WeakSet Object Function Error Date BigInt ArrayBuffer DataView Promise",
	],
	[
		NO_OBJECTS,
		"Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Int64Array Uint64Array Float32Array Float64Array",
	],
	[
		NO_MEMORY,
		"load store memory heap atomic changetype offsetof idof __alloc __realloc __free __new __renew __pin __unpin __collect",
	],
	[NO_RUNTIME, "console process crypto performance trace abort fetch Deno Bun"],
	[NO_TIMERS, "setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask"],
	["JavaScript's runtime is not available: write parseNumber from pidone/init/parse", "parseInt"],
	[NARROW, "usize isize"],
];

const MESSAGES: ReadonlyMap<string, string> = new Map(
	NAMES.flatMap(([message, names]) => names.split(" ").map((name) => [name, message])),
);

/** The message for a name that the source does not declare itself; undefined if it can be compiled. */
export function describeName(name: string): string | undefined {
	const message = MESSAGES.get(name);
	if (message === undefined) return undefined;
	return message === NARROW ? `\`${name}\` ${NARROW}` : `\`${name}\` cannot be compiled because ${message}`;
}

/** The message for syntax that cannot be compiled. */
export const explanations: Readonly<Record<Mistake, string>> = {
	closure: "a function within a function cannot be compiled: write it at the top level, and call it by name",
	computed:
		"the initial value of a top-level variable must be a constant: write a function that returns the value, or set it in `start`",
	declared:
		"only functions of pidone/init/sys and pidone/init/native exist outside the program: import one of those, or write the function",
	outside:
		"the program has no variables outside of its own source: give it a value here, such as `let name: i32 = 0`, or read what the kernel passes through functions from pidone/init/sys",
	element: "arrays are not supported: write load8(address + index) from pidone/init/native",
	exception:
		"exceptions are not supported: return minus errno, or end the process with exit(status) from pidone/init/exit",
	float: NO_FLOATS,
	iterator: "for…of needs an iterator: write for (let index: i32 = 0; …)",
	memory: NO_MEMORY,
	object: NO_OBJECTS,
	objectClass: "objects are not supported: write functions, and a namespace for the variables",
	regularExpression:
		"regular expressions are not supported: compare bytes, with load8 from pidone/init/native or with pidone/init/text",
	statement: "a statement outside of functions is never run: the program begins in `start`",
	string: 'strings are not supported at run time: write text("…") from pidone/init/native for the address of a text',
	type: "types are not known at run time",
};

type Mistake =
	| "closure"
	| "computed"
	| "declared"
	| "element"
	| "exception"
	| "float"
	| "iterator"
	| "memory"
	| "object"
	| "objectClass"
	| "outside"
	| "regularExpression"
	| "statement"
	| "string"
	| "type";
