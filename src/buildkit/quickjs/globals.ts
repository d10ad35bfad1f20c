// Globals that the frontend and its packages expect of any engine, and that QuickJS does not have. Import this first.
import { TextDecoder, TextEncoder } from "@exodus/bytes/encoding-lite.js";

Object.assign(globalThis, { TextDecoder, TextEncoder });
