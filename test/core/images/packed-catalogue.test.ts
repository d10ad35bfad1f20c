import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../src/core/images/catalogue.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";
import { packRows, unpackCatalogue } from "../../../src/core/images/packed-catalogue.ts";

describe("packRows", () => {
	it("loses nothing of the catalogue", () => {
		expect(unpackCatalogue(packRows(catalogue)).rows()).toEqual(catalogue);
	});

	it("keeps words with spaces, line and form feeds, and empty ones, and empty lists", () => {
		const row: CatalogueEntry = {
			images: ["a"],
			tags: ["", "c"],
			cmd: [],
			entrypoint: ["d", "e\n\nf g"],
			source: "\n",
			user: "h\fi",
		};
		expect(unpackCatalogue(packRows([row])).rows()).toEqual([row]);
	});

	it("refuses a key that it has no place for", () => {
		const row: CatalogueEntry & { readonly healthcheck: string } = { images: ["a"], source: "s", healthcheck: "h" };
		expect(() => packRows([row])).toThrow("BUG: packed rows have no place for healthcheck");
	});

	it("refuses an image that no FROM can name", () => {
		expect(() => packRows([{ images: ["a b"], source: "s" }])).toThrow('BUG: "a b" cannot be packed');
	});
});

describe("unpackCatalogue", () => {
	it("finds the rows of every image that the catalogue finds, in the same order", () => {
		const packed = unpackCatalogue(packRows(catalogue));
		const plain = catalogueOf(catalogue);
		const names = new Set(catalogue.flatMap(({ images }) => images.map((image) => image.replaceAll("*", "x1"))));
		expect(names.size).toBeGreaterThan(1000);
		expect([...names].filter((name) => plain.rowsOf(name).length === 0)).toEqual([]);
		for (const name of names) expect(packed.rowsOf(name), name).toEqual(plain.rowsOf(name));
	});

	it("finds rows where none has a glob", () => {
		const rows: readonly CatalogueEntry[] = ["a", "b"].map((name) => ({ images: [name], source: "s" }));
		const packed = unpackCatalogue(packRows(rows));
		expect(["a", "b", "c"].flatMap(packed.rowsOf)).toEqual(rows);
	});

	it("finds nothing for a part of a name", () => {
		const packed = unpackCatalogue(packRows([{ images: ["node", "acme/app*"], source: "s" }]));
		expect(["nod", "ode", "node acme/app*", ""].map((name) => packed.rowsOf(name).length)).toEqual([0, 0, 0, 0]);
	});
});
