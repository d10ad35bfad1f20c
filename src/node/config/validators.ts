import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { packageRoot } from "../package-root.ts";
import { addSchemas, ajvOptions, type ConfigKind } from "./schemas.ts";

let ajv: Ajv2020 | undefined;

/**
 * Returns the validator for a kind of file. scripts/bundle.js replaces this module with compiled validators: loading
 * ajv and compiling a schema takes as long as the rest of a short run.
 */
export function validatorOf(kind: ConfigKind): ValidateFunction {
	ajv ??= makeAjv();
	const validate = ajv.getSchema(kind);
	if (validate === undefined) throw new Error(`BUG: no schema for ${kind}`);
	return validate as ValidateFunction;
}

function makeAjv(): Ajv2020 {
	const made = new Ajv2020(ajvOptions);
	addSchemas(made, JSON.parse(readFileSync(new URL("schema/config.json", packageRoot), "utf8")));
	return made;
}
