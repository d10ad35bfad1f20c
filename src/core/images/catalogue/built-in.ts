import { type Catalogue, catalogueOf } from "../catalogue.ts";
import { catalogue } from "./index.ts";

/**
 * The built-in catalogue. scripts/bundle.js puts a module in the place of this one that has the rows as a packed text,
 * of which it reads those of the images that are looked up: as code, they take longer to load than all the rest.
 */
export function builtInCatalogue(): Catalogue {
	return catalogueOf(catalogue);
}
