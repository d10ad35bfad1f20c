import type { CatalogueEntry } from "./catalogue-entry.ts";
import { matchesGlob } from "./glob.ts";

/** What is known about images: rows by the names of images. */
export interface Catalogue {
	/** The rows for an image in order of precedence: those with its exact name, then the globs. */
	readonly rowsOf: (name: string) => readonly CatalogueEntry[];
	/** All rows, in their order. */
	readonly rows: () => readonly CatalogueEntry[];
}

const known = new WeakMap<readonly CatalogueEntry[], Catalogue>();

/** Makes a catalogue of rows; the same rows always give the same catalogue. */
export function catalogueOf(rows: readonly CatalogueEntry[]): Catalogue {
	const found = known.get(rows);
	if (found !== undefined) return found;
	const catalogue = makeCatalogue(rows);
	known.set(rows, catalogue);
	return catalogue;
}

function makeCatalogue(rows: readonly CatalogueEntry[]): Catalogue {
	const exact = new Map<string, CatalogueEntry[]>();
	for (const row of rows) {
		for (const image of row.images) {
			if (isGlob(image)) continue;
			const same = exact.get(image);
			if (same === undefined) exact.set(image, [row]);
			else same.push(row);
		}
	}
	const globs = rows.filter(({ images }) => images.some(isGlob));
	return {
		rowsOf: (name) => {
			const own = exact.get(name) ?? [];
			return [...own, ...globs.filter((row) => matchesAny(row.images, name) && !own.includes(row))];
		},
		rows: () => rows,
	};
}

/** Whether a name in a row may match several images. */
export function isGlob(image: string): boolean {
	return image.includes("*");
}

/** Whether one of a row's globs matches an image. */
export function matchesAny(images: readonly string[], name: string): boolean {
	return images.some((image) => isGlob(image) && matchesGlob(image, name));
}
