/** Prints why tests are left out, which the list of tests does not show. Returns the reason. */
export function tellLeftOut(what: string, reason: string): string {
	process.stderr.write(`e2e: ${what} left out: ${reason}\n`);
	return reason;
}
