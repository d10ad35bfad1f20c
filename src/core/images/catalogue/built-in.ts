import { type Catalogue, catalogueOf } from "../catalogue.ts";
import { catalogue } from "./index.ts";

/**
 * The built-in catalogue. scripts/bundle.js replaces this module with one whose rows are a packed text. It reads a row
 * only when its image is looked up: rows as code take longer to load than everything else.
 */
export function builtInCatalogue(): Catalogue {
	return catalogueOf(catalogue);
}
