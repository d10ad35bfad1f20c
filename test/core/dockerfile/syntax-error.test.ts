import { describe, expect, it } from "vitest";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";

describe("DockerfileSyntaxError", () => {
	it("says what and where", () => {
		const error = new DockerfileSyntaxError("no", "a\nbc", 3);
		expect(error).toMatchObject({ name: "DockerfileSyntaxError", message: "no", offset: 3, line: 2, column: 2 });
		expect(error).toBeInstanceOf(Error);
	});
});
