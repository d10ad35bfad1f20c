import { word } from "./word";

// Each function is a WebAssembly import that the compiler replaces with an instruction. There is no other memory.

/** The address of a text in read-only data: its bytes in UTF-8, then NUL. The argument must be a literal. */
export declare function text(literal: string): word;

/**
 * The address of a text in packed form: a byte above `|` or below space, except a line feed, stands for a pair in the
 * table `pairs`. The argument must be a literal. `%` and the next character, NUL, tabs, and a digit at the start or
 * after a tab are not packed.
 */
export declare function packed(literal: string): word;

/**
 * The number of a message, which is a packed text among `messages`: shorter in code than an address. The argument must
 * be a literal.
 */
export declare function message(literal: string): i32;

/** The address of message 0. Each ends with NUL, and the next one follows. */
export declare function messages(): word;

/** The address of the pairs. Entry n, two bytes, is the pair for the byte 0x7d + n, modulo 256, of a packed text. */
export declare function pairs(): word;

/** The address of zeroed memory with a name and a size, both literals. The same name means the same memory. */
export declare function zeroed(name: string, size: i32): word;

export declare function load8(address: word): i32;

export declare function load32(address: word): i32;

export declare function loadWord(address: word): word;

export declare function store8(address: word, value: i32): void;

export declare function store32(address: word, value: i32): void;

export declare function storeWord(address: word, value: word): void;
