import type { ShellRedirect, ShellWord } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** Reads what follows the operator of a redirection; the body of a heredoc comes later. Throws ShellSyntaxError. */
export function readRedirectTarget(tokens: TokenReader, operator: string): ShellRedirect {
	if (tokens.current.kind !== "word") throw tokens.unexpected();
	const target = { raw: tokens.current.raw, line: tokens.current.line };
	if (operator !== "<<" && operator !== "<<-") {
		tokens.next();
		return { operator, target };
	}
	const redirect: { operator: string; target: ShellWord; body?: string } = { operator: "<<", target };
	tokens.expectHeredoc(target, operator === "<<-", (body) => {
		redirect.body = body;
	});
	tokens.next();
	return redirect;
}
