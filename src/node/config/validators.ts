import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { packageRoot } from "../package-root.ts";
import { addSchemas, ajvOptions, type ConfigKind } from "./schemas.ts";

let ajv: Ajv2020 | undefined;

/**
 * What checks a file of a kind. scripts/bundle.js puts compiled checks in the place of this module: to load ajv and to
 * compile a schema takes as long as all the rest of a short run.
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
