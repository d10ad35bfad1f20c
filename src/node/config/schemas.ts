import type { Ajv2020, Options } from "ajv/dist/2020.js";
import { formats } from "./formats.ts";

/** A config file, or a `--base-config` file: a list of images as in the config's `bases`. */
export type ConfigKind = "config" | "bases";

/** Report all errors. */
export const ajvOptions: Options = { allErrors: true, strict: false };

/** Adds the schemas of all kinds of files, by the names of the kinds; `schema` is schema/config.json. */
export function addSchemas(ajv: Ajv2020, schema: object): void {
	for (const [format, check] of Object.entries(formats)) ajv.addFormat(format, check);
	ajv.addSchema(schema);
	ajv.addSchema({ $ref: "urn:pidone:config:1" }, "config" satisfies ConfigKind);
	const bases = { type: "array", items: { $ref: "urn:pidone:config:1#/$defs/base" } };
	ajv.addSchema(bases, "bases" satisfies ConfigKind);
}
