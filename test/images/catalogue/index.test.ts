import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../src/dockerfile/image-reference.ts";
import { catalogue } from "../../../src/images/catalogue/index.ts";
import type { CatalogueEntry } from "../../../src/images/catalogue-entry.ts";
import { DISTROS } from "../../../src/images/distros.ts";
import { findFacts } from "../../../src/images/facts.ts";
import { globToRegExp } from "../../../src/images/glob.ts";

/** A row in a few words. */
function label({ images, tags }: CatalogueEntry): string {
	return `${images[0]}:${tags?.[0] ?? "*"}`;
}

const all = catalogue.map((row, index) => [label(row), row, index] as const);

/** Texts that a glob matches: what stands for its wildcards is varied, since another row may take some of them. */
function samplesOf(glob: string): string[] {
	const sets = [...glob.matchAll(/\[([^\]]*)\]/g)].map(([, set = ""]) => expandSet(set));
	const stars = ["", "1", "0", "9", ".0", "-x", ".99", "-slim", "-alpine", "x"];
	const counts = Math.max(1, ...sets.map((set) => set.length));
	const samples = stars.flatMap((star) =>
		Array.from({ length: counts }, (_, turn) => {
			let at = 0;
			return glob
				.replace(/\[[^\]]*\]/g, () => {
					const set = sets[at++] ?? [];
					return set[turn % Math.max(1, set.length)] ?? "";
				})
				.replaceAll("*", star)
				.replaceAll("?", "a");
		}),
	);
	return [...new Set(samples)].filter((sample) => globToRegExp(glob).test(sample));
}

/** The characters of a bracket expression, as in `5-9`. */
function expandSet(set: string): string[] {
	return [...set.replace(/(.)-(.)/g, (_, from: string, to: string) => {
		const [start = 0, end = 0] = [from.codePointAt(0), to.codePointAt(0)];
		return String.fromCodePoint(...Array.from({ length: end - start + 1 }, (__, offset) => start + offset));
	})];
}

/** The first row of the catalogue that holds for an image and tag, found without the index that the code uses. */
function firstRow(image: string, tag: string): CatalogueEntry | undefined {
	const exact = catalogue.filter(({ images }) => images.includes(image));
	const rows = exact.length > 0 ? exact : catalogue.filter(({ images }) => images.some((glob) => glob.includes("*") && globToRegExp(glob).test(image)));
	return rows.find(({ tags }) => tags === undefined || tags.some((glob) => globToRegExp(glob).test(tag)));
}

describe("the built-in catalogue", () => {
	it("is of some size", () => {
		expect(catalogue.length).toBeGreaterThan(200);
		expect(new Set(catalogue.flatMap(({ images }) => images)).size).toBeGreaterThan(400);
	});

	describe.each(all)("%s", (_, row) => {
		it("has a name, a source and well-formed facts", () => {
			expect(row.images.length).toBeGreaterThan(0);
			expect(row.images.filter((image) => !/^[a-z0-9*][a-z0-9._/*-]*$/.test(image))).toEqual([]);
			expect(row.source).toMatch(/^[a-z0-9.-]+\.[a-z]+[/:]/);
			expect([...(row.entrypoint ?? []), ...(row.shell ?? ["sh"])].filter((word) => word === "")).toEqual([]);
			expect((row.cmd ?? []).filter((word) => word === "")).toEqual([]);
			expect(row.entrypoint).not.toEqual([]);
			expect(row.shell).not.toEqual([]);
			expect(row.user ?? "root").toMatch(/^[a-z0-9_-]+(?::[a-z0-9_-]+)?$/);
			expect(row.stopSignal ?? "SIGTERM").toMatch(/^SIG[A-Z]+[12]?(?:\+3)?$/);
			expect(row.mustBePid1).not.toBe("");
		});

		it("has globs that compile and distributions that exist", () => {
			const { tags = [], distro } = row;
			const globs = [...tags, ...row.images, ...(typeof distro === "object" ? Object.keys(distro) : [])];
			for (const glob of globs) expect(() => globToRegExp(glob)).not.toThrow();
			expect(tags.filter((tag) => !/^[\w.[\]!*?-]+$/.test(tag))).toEqual([]);
			const distros = typeof distro === "object" ? Object.values(distro) : [distro ?? "other"];
			expect(distros.filter((name) => !Object.hasOwn(DISTROS, name))).toEqual([]);
		});

		it("holds for some tag of each of its images", () => {
			const unreachable = row.images.filter((image) => {
				const names = image.includes("*") ? samplesOf(image).map((name) => name.replace(/[-./]$/, "x")) : [image];
				const tags = (row.tags ?? ["*"]).flatMap((tag) => (tag === "*" ? ["latest", "1", "x"] : samplesOf(tag)));
				return !names.some((name) => tags.some((tag) => firstRow(name, tag) === row));
			});
			expect(unreachable).toEqual([]);
		});

		it("has tags of which each can be the first to match", () => {
			const [image = ""] = row.images;
			const names = image.includes("*") ? samplesOf(image) : [image];
			const shadowed = (row.tags ?? []).filter((tag) => !names.some((name) => samplesOf(tag).some((sample) => firstRow(name, sample) === row)));
			expect(shadowed).toEqual([]);
		});

		it("has names as a reference gives them", () => {
			const wrong = row.images.filter((image) => !image.includes("*") && parseImageReference(`${image}:1`).name !== image);
			expect(wrong).toEqual([]);
		});

		it("is what the code finds, where it is the first", () => {
			const [image = ""] = row.images;
			if (image.includes("*")) return;
			for (const tag of (row.tags ?? ["latest"]).flatMap(samplesOf).slice(0, 20)) {
				if (tag.includes("onbuild")) continue;
				expect(findFacts({ name: image, tag }, false, catalogue)?.source).toBe(firstRow(image, tag)?.source);
			}
		});
	});
});
