// What the packages in the frontend, and the frontend, expect of any engine, and QuickJS leaves to its programs. It is
// to be imported first.
import { TextDecoder, TextEncoder } from "@exodus/bytes/encoding-lite.js";

/** dockerfile-ast asks for the bytes of a character, to see whether it is a byte order mark. */
const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };

Object.assign(globalThis, { TextDecoder, TextEncoder, Buffer });
