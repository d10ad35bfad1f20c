import type { CatalogueEntry } from "../catalogue-entry.ts";
import { catalogue } from "./index.ts";

/**
 * The built-in catalogue. scripts/bundle.js puts a module in the place of this one that has the rows as a packed text,
 * and reads it when the first image is looked up: as code, they take longer to load than all the rest.
 */
export function builtInCatalogue(): readonly CatalogueEntry[] {
	return catalogue;
}
