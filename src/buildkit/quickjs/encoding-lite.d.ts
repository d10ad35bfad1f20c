// The types of @exodus/bytes/encoding-lite.js, as far as they are used: its own ask for those of Node.js.
declare const Decoder: typeof TextDecoder;
declare const Encoder: typeof TextEncoder;

export { Decoder as TextDecoder, Encoder as TextEncoder };
