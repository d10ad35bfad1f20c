import { describe, expect, it } from "vitest";
import { Scope } from "../../../src/core/analysis/scope.ts";

describe("Scope", () => {
	it("finds what it sets, and what those around it have set", () => {
		const outer = new Scope<string>(undefined);
		outer.set("A", "1");
		outer.set("B", "1");
		const inner = new Scope(new Scope(outer));
		inner.set("B", "2");
		expect([inner.get("A"), inner.get("B"), inner.get("C")]).toEqual(["1", "2", undefined]);
		expect([inner.has("A"), inner.has("C")]).toEqual([true, false]);
		expect(outer.get("B")).toBe("1");
		expect([...inner.keys()].sort()).toEqual(["A", "B"]);
	});

	it("holds a name whose value is not known", () => {
		const outer = new Scope<string | undefined>(undefined);
		outer.set("A", "1");
		const inner = new Scope(outer);
		inner.set("A", undefined);
		expect([inner.has("A"), inner.get("A")]).toEqual([true, undefined]);
	});
});
