import { describe, expect, it } from "vitest";
import { featuresOf } from "../../../src/core/dockerfile/frontend-features.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("featuresOf", () => {
	it.each([
		["ADD --checksum=sha256:1 --chmod=0755 https://x/a /a", ["ADD --checksum", "--chmod"]],
		["COPY --link --chown=1 a b", ["--link"]],
		["COPY --link=true a b", ["--link"]],
		["COPY --from=x a b", []],
		["RUN --mount=type=cache,target=/x --network=none a", ["RUN --mount", "RUN --network"]],
		["RUN <<EOF\ntrue\nEOF", ["heredocs"]],
		["RUN a --mount=b", []],
		["USER a", []],
	])("%j: %j", (text, expected) => {
		expect(parseDockerfile(`FROM x\n${text}\n`).stages[0]?.instructions.flatMap(featuresOf)).toEqual(expected);
	});
});
