import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import type { CatalogueEntry } from "../../../../src/core/images/catalogue-entry.ts";
import { DISTROS } from "../../../../src/core/images/distros.ts";
import { findFacts } from "../../../../src/core/images/facts.ts";
import { matchesGlob } from "../../../../src/core/images/glob.ts";

/**
 * Texts that a glob matches, with various texts in place of its wildcards, because another row may take some of them.
 */
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
	return [...new Set(samples)].filter((sample) => matchesGlob(glob, sample));
}

/** The characters of a bracket expression, as in `5-9`. */
function expandSet(set: string): string[] {
	return [
		...set.replace(/(.)-(.)/g, (_, from: string, to: string) => {
			const [start = 0, end = 0] = [from.codePointAt(0), to.codePointAt(0)];
			return String.fromCodePoint(...Array.from({ length: end - start + 1 }, (__, offset) => start + offset));
		}),
	];
}

/** The first row of the catalogue that applies to an image and tag, found without the index that the code uses. */
function firstRow(image: string, tag: string): CatalogueEntry | undefined {
	const rows = rowsByImage.get(image) ?? rowsOf(image);
	rowsByImage.set(image, rows);
	return rows.find(({ tags }) => tags === undefined || tags.some((glob) => matchesGlob(glob, tag)));
}

const rowsByImage = new Map<string, readonly CatalogueEntry[]>();

function rowsOf(image: string): CatalogueEntry[] {
	const exact = catalogue.filter(({ images }) => images.includes(image));
	const globs = catalogue.filter(({ images }) => images.some((glob) => glob.includes("*") && matchesGlob(glob, image)));
	return [...exact, ...globs];
}

/** Names to which a row may apply. */
function namesOf(image: string): string[] {
	return image.includes("*") ? samplesOf(image).map((name) => name.replace(/[-./]$/, "x")) : [image];
}

/** What is wrong with the rows: each row, with the values that break a rule. */
function findWrong(pick: (row: CatalogueEntry) => readonly unknown[]): string[] {
	return catalogue.flatMap((row) => {
		const wrong = pick(row);
		return wrong.length === 0 ? [] : [`${row.images[0]}:${row.tags?.[0] ?? "*"} ${JSON.stringify(wrong)}`];
	});
}

describe("the built-in catalogue", () => {
	it("is of some size", () => {
		expect(catalogue.length).toBeGreaterThan(200);
		expect(new Set(catalogue.flatMap(({ images }) => images)).size).toBeGreaterThan(400);
	});

	it.each<readonly [string, (row: CatalogueEntry) => readonly unknown[]]>([
		[
			"a name",
			({ images }) =>
				images.length === 0 ? [images] : images.filter((image) => !/^[a-z0-9*][a-z0-9._/*-]*$/.test(image)),
		],
		["a source", ({ source }) => (/^[a-z0-9.-]+\.[a-z]+[/:]/.test(source) ? [] : [source])],
		[
			"no empty entrypoint, nor an empty word in it",
			({ entrypoint }) => (entrypoint?.length === 0 ? [entrypoint] : (entrypoint ?? []).filter((word) => word === "")),
		],
		[
			"no empty shell, nor an empty word in it",
			({ shell }) => (shell?.length === 0 ? [shell] : [...(shell ?? [])].filter((word) => word === "")),
		],
		["no empty word in its CMD", ({ cmd = [] }) => [...cmd].filter((word) => word === "")],
		["a user by name or number", ({ user = "root" }) => (/^[a-z0-9_-]+(?::[a-z0-9_-]+)?$/.test(user) ? [] : [user])],
		[
			"a stop signal by name",
			({ stopSignal = "SIGTERM" }) => (/^SIG[A-Z]+[12]?(?:\+3)?$/.test(stopSignal) ? [] : [stopSignal]),
		],
		["a reason where it must be PID 1", ({ mustBePid1 }) => (mustBePid1 === "" ? [mustBePid1] : [])],
		["tags that can be tags", ({ tags = [] }) => tags.filter((tag) => !/^[\w.[\]!*?-]+$/.test(tag))],
		[
			"a distribution that exists",
			({ distro }) =>
				(typeof distro === "object" ? Object.values(distro) : [distro ?? "other"]).filter(
					(name) => !Object.hasOwn(DISTROS, name),
				),
		],
		[
			"names as a reference gives them",
			({ images }) =>
				images.filter((image) => !image.includes("*") && parseImageReference(`${image}:1`).name !== image),
		],
		["its names once", ({ images }) => images.filter((image, index) => images.indexOf(image) !== index)],
	])("has in every row %s", (_, pick) => {
		expect(findWrong(pick)).toEqual([]);
	});

	it("has globs that match themselves with something for each wildcard", () => {
		const wrong = findWrong(({ images, tags = [], distro }) =>
			[...images, ...tags, ...(typeof distro === "object" ? Object.keys(distro) : [])].filter(
				(glob) => samplesOf(glob).length === 0,
			),
		);
		expect(wrong).toEqual([]);
	});

	it("has no row and no name in a row that others shadow", () => {
		const wrong = findWrong((row) =>
			row.images.filter((image) => {
				const tags = (row.tags ?? ["*"]).flatMap((tag) => (tag === "*" ? ["latest", "1", "x"] : samplesOf(tag)));
				return !namesOf(image).some((name) => tags.some((tag) => firstRow(name, tag) === row));
			}),
		);
		expect(wrong).toEqual([]);
	});

	it("has no tag in a row that other rows shadow", () => {
		const wrong = findWrong((row) =>
			(row.tags ?? []).filter(
				(tag) =>
					!namesOf(row.images[0] ?? "").some((name) => samplesOf(tag).some((sample) => firstRow(name, sample) === row)),
			),
		);
		expect(wrong).toEqual([]);
	});

	it("is read by findFacts from top to bottom", () => {
		const wrong = findWrong(({ images: [name = ""], tags = ["latest"], onBuild }) => {
			const samples = name.includes("*")
				? []
				: tags
						.flatMap((tag) => samplesOf(tag).slice(0, 3))
						.filter((tag) => onBuild !== undefined || !tag.includes("onbuild"));
			return samples.filter(
				(tag) => findFacts({ name, tag }, catalogueOf(catalogue))?.source !== firstRow(name, tag)?.source,
			);
		});
		expect(wrong).toEqual([]);
	});
});
