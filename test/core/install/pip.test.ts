import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { addedLines } from "./added-lines.ts";

const pip: RewriteOptions = { init: "dumb-init", install: "pip" };

describe("an install with pip", () => {
	it.each<readonly [string, string, RewriteOptions, string]>([
		[
			"stands after FROM",
			"FROM python:3.12",
			pip,
			'[FROM python:3.12]\nRUN pip install --no-cache-dir dumb-init\nENTRYPOINT ["/usr/local/bin/dumb-init", "--", "a"]',
		],
		[
			"stands after the stage's own pip",
			"FROM python:3.12\nRUN x\nRUN pip install b",
			pip,
			'[FROM python:3.12]\n[RUN x]\n[RUN pip install b]\nRUN pip install --no-cache-dir dumb-init\nENTRYPOINT ["/usr/local/bin/dumb-init", "--", "a"]',
		],
		[
			"takes an index",
			"FROM python:3.12",
			{ ...pip, mirrors: { pip: "https://m.example/simple" } },
			'[FROM python:3.12]\nRUN pip install --no-cache-dir --index-url https://m.example/simple dumb-init\nENTRYPOINT ["/usr/local/bin/dumb-init", "--", "a"]',
		],
		[
			"leaves the path to PATH elsewhere",
			"FROM ubuntu\nRUN pip3 install b",
			pip,
			'[FROM ubuntu]\n[RUN pip3 install b]\nRUN pip install --no-cache-dir dumb-init\nENTRYPOINT ["dumb-init", "--", "a"]',
		],
		[
			"stands after a pip in a heredoc",
			"FROM ubuntu\nRUN <<E\npython3 -m pip install b\nE",
			pip,
			'[FROM ubuntu]\n[RUN <<E]\n[python3 -m pip install b]\n[E]\nRUN pip install --no-cache-dir dumb-init\nENTRYPOINT ["dumb-init", "--", "a"]',
		],
		[
			"is refused where only another program is called",
			"FROM ubuntu\nRUN uv pip install b && /venv/bin/pip install c && echo pip install d",
			pip,
			"pidone does not know whether its base has pip",
		],
		["is refused on Alpine", "FROM python:3.12-alpine", pip, "pip would have to compile it on Alpine"],
		["is refused for tini", "FROM python:3.12", { ...pip, init: "tini" }, "tini is not on the Python Package Index"],
		[
			"is refused without a shell",
			"FROM gcr.io/distroless/python3-debian12",
			pip,
			"pidone does not know whether its base has pip",
		],
	])("%s", (_, head, options, expected) => {
		expect(addedLines(`${head}\nENTRYPOINT ["a"]\n`, options)).toBe(expected);
	});
});
