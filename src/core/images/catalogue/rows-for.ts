import type { CatalogueEntry } from "../catalogue-entry.ts";

/** What one row says, with its tags in one text, since there are many. */
type Row = Omit<CatalogueEntry, "images" | "tags" | "source"> & { readonly tags: string };

/** Rows of one image that have some facts in common. */
export function rowsFor(
	image: string,
	common: Pick<CatalogueEntry, "distro" | "source">,
	rows: readonly Row[],
): readonly CatalogueEntry[] {
	return rows.map(({ tags, ...facts }) => ({ ...common, ...facts, images: [image], tags: tags.trim().split(/\s+/) }));
}
