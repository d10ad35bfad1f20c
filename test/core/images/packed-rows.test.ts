import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/core/images/catalogue/index.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";
import { packRows, unpackRows } from "../../../src/core/images/packed-rows.ts";

describe("packRows", () => {
	it("loses nothing of the catalogue", () => {
		expect(unpackRows(packRows(catalogue))).toEqual(catalogue);
	});

	it("keeps words with spaces, empty ones and empty lists", () => {
		const row: CatalogueEntry = { images: ["a b"], tags: ["", "c"], cmd: [], entrypoint: ["d", "e f"], source: "s" };
		expect(unpackRows(packRows([row]))).toEqual([row]);
	});

	it("refuses a key that it has no place for", () => {
		const row: CatalogueEntry & { readonly healthcheck: string } = { images: ["a"], source: "s", healthcheck: "h" };
		expect(() => packRows([row])).toThrow("BUG: packed rows have no place for healthcheck");
	});
});
