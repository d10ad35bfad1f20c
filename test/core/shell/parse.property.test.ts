import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShellSyntaxError } from "../../../src/core/shell/lexer.ts";
import { parseShellScript } from "../../../src/core/shell/parse.ts";
import { type ScriptTrace, traceScript } from "../../../src/core/shell/trace.ts";
import { known } from "../../../src/core/shell/value.ts";
import { WorkBudget } from "../../../src/core/shell/work-budget.ts";
import { RUNS, SEED } from "../../properties.ts";
import { images } from "../command/chains/images.ts";
import { scripts } from "../command/chains/scripts.ts";

/** What a script does, or undefined for a text that is not a script; any error but a ShellSyntaxError is a failure. */
function tryTrace(text: string): ScriptTrace | undefined {
	const context = {
		script: "/s",
		file: "s",
		args: [known("a")],
		isOpen: false,
		isBash: true,
		lookup: () => undefined,
		readSourced: () => ({ text, file: "s" }),
	};
	try {
		return traceScript(text, { ...context, budget: new WorkBudget(200_000) });
	} catch (error) {
		if (error instanceof ShellSyntaxError) return undefined;
		throw error;
	}
}

const PIECES = [
	"if",
	"then",
	"elif",
	"else",
	"fi",
	"case",
	"in",
	"esac",
	"for",
	"while",
	"until",
	"do",
	"done",
	"function",
	"{",
	"}",
	"(",
	")",
	"((",
	"))",
	"[[",
	"]]",
	"!",
	";",
	";;",
	";&",
	"&",
	"&&",
	"||",
	"|",
	"<",
	">",
	">>",
	"<<E",
	"<<-'E'",
	"<<<",
	"<(",
	">(",
	"\nE\n",
	"\n",
	"\r\n",
	"\\\n",
	" ",
	"\t",
	"#",
	"'",
	'"',
	"`",
	"\\",
	"$",
	"$(",
	"${",
	"${a:-",
	"${a##",
	"${a[@]}",
	"$((",
	"$@",
	'"$@"',
	"$#",
	"$0",
	"$1",
	"a",
	"a=b",
	"a+=(",
	"f()",
	"exec",
	"eval",
	"set --",
	"shift",
	"source",
	".",
	"cd",
	"return",
	"break",
	"continue",
	"exit",
	"trap",
	"wait",
	"test",
	"[",
	"]",
	"=",
	"-o",
	"*",
	"?",
	"[a-",
	"é",
	"\0",
	"\u2028",
];

const arbitraryPieces = fc
	.array(fc.constantFrom(...PIECES), { maxLength: 60 })
	.chain((pieces) => fc.boolean().map((isSpaced) => pieces.join(isSpaced ? " " : "")));

const SCRIPTS = [...images, ...scripts].flatMap(({ files = {} }) => Object.values(files));

/** A script in which parts are removed or duplicated, or pieces are inserted. */
const arbitraryMutation = fc
	.tuple(
		fc.constantFrom(...SCRIPTS),
		fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.nat(2), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 4 }),
	)
	.map(([script, changes]) =>
		changes.reduce((text, [seed, length, kind, piece]) => {
			const at = seed % (text.length + 1);
			const part = text.slice(at, at + length);
			return (
				text.slice(0, at) +
				(kind === 0 ? "" : kind === 1 ? part + part : piece) +
				text.slice(at + (kind === 2 ? 0 : length))
			);
		}, script),
	);

describe("a shell script", () => {
	it.each([
		["any text", fc.string({ maxLength: 200 })],
		["pieces of the language", arbitraryPieces],
		["scripts that were changed", arbitraryMutation],
	])("is followed or refused, and nothing else, for %s", { timeout: 3_600_000 }, (_, texts) => {
		fc.assert(
			fc.property(texts, (text) => {
				const trace = tryTrace(text);
				expect((trace?.ways ?? []).every(({ argv, line }) => argv.length > 0 && line >= 1)).toBe(true);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
	});

	it.each([
		["parentheses", "(", 100_000],
		["substitutions", "$(", 100_000],
		["quotes", '"', 100_001],
		["quoted substitutions", '"$(', 50_000],
		["expansions", "${a:-", 50_000],
		["lists", "a && ", 100_000],
		["lists in one line", "a; ", 100_000],
		["groups", "{ ", 100_000],
		["cases", "case x in x) ", 10_000],
		["blanks", " ", 1_000_000],
		["continued lines", "\\\n", 300_000],
		["heredocs", "cat <<E\n", 100_000],
		["heredocs in one line", "<<E ", 50_000],
		["process substitutions", "<(", 100_000],
		["assignments", "a=b\n", 100_000],
		["variables that are exported", "export a=b\n", 100_000],
		["words of an array", "a+=(b) ", 100_000],
		["programs in the background", "a & ", 100_000],
		["pipes", "a | ", 100_000],
		["negations", "! ", 100_000],
		["functions", "f() { f; }\n", 50_000],
		["loops", "while true; do a; done\n", 20_000],
		["branches", 'if a; then set -- "$@" b; fi\n', 20_000],
		["branches with variables", "if a; then b=$b.; fi\n", 20_000],
		["conditions", "[[ a || ", 50_000],
		["values that double", 'a="$a$a."\n', 20_000],
		["arguments that double", 'set -- "$@" "$@"\n', 20_000],
		["texts that are run", "eval 'eval a'\n", 20_000],
		["sourced files", ". ./x\n", 20_000],
		["patterns", "case $1 in *a*a*a*a*b) a ;; esac\n", 20_000],
	])("takes no time worth speaking of for very many %s", (_, piece, count) => {
		const before = process.cpuUsage();
		tryTrace(piece.repeat(count));
		tryTrace(`${piece.repeat(count)}\nexec app`);
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1e6).toBeLessThan(5);
	});

	it("takes no time worth speaking of for very many different variables", () => {
		for (const before of ["", "export ", "read ", "local ", "unset "]) {
			const started = process.cpuUsage();
			tryTrace(
				`f() {\n${Array.from({ length: 30_000 }, (_, index) => `${before}v${index}=x`).join("\n")}\n}\nf\nexec app`,
			);
			const { user, system } = process.cpuUsage(started);
			expect((user + system) / 1e6).toBeLessThan(5);
		}
	});

	it("is parsed in the same way in a group, in a function and after a comment", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...SCRIPTS.filter((text) => tryTrace(text) !== undefined)),
				fc.constantFrom("# x\n", "\n\n", ":\n"),
				(script, before) => {
					const nodes = JSON.stringify(parseShellScript(script)).replace(/"line":\d+/g, "");
					const later = JSON.stringify(parseShellScript(before + script)).replace(/"line":\d+/g, "");
					expect(later.endsWith(nodes.slice(1))).toBe(true);
					expect(parseShellScript(`{\n${script}\n}`)).toHaveLength(1);
					expect(parseShellScript(`f() {\n${script}\n}\nf`)).toHaveLength(2);
				},
			),
			{ numRuns: Math.min(RUNS, 500), seed: SEED },
		);
	});
});
