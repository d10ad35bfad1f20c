import { expect, test } from "vitest";
import { listNames } from "../../src/node/list-names.ts";

test("lists five names", () => {
	expect(listNames(["a"])).toBe("a");
	expect(listNames(["a", "b", "c", "d", "e"])).toBe("a, b, c, d, e");
});

test("counts the rest", () => {
	expect(listNames(["a", "b", "c", "d", "e", "f"])).toBe("a, b, c, d, e and 1 more");
	expect(listNames(["a", "b", "c", "d", "e", "f", "g"])).toBe("a, b, c, d, e and 2 more");
});
