// The types of @exodus/bytes/encoding-lite.js that are used: its own need those of Node.js.
declare const Decoder: typeof TextDecoder;
declare const Encoder: typeof TextEncoder;

export { Decoder as TextDecoder, Encoder as TextEncoder };
