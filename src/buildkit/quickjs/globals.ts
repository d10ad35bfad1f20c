// What the packages in the frontend, and the frontend, expect of any engine, and QuickJS leaves to its programs. It is
// to be imported first.
import { TextDecoder, TextEncoder } from "@exodus/bytes/encoding-lite.js";

Object.assign(globalThis, { TextDecoder, TextEncoder });
