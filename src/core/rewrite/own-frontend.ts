/**
 * Whether `# syntax=` names pidone's own BuildKit frontend, which adds the init when it builds the file. Users push it
 * to a registry of their own: only the end of its name is known (docs/frontend.md).
 */
export function isOwnFrontend(syntax: string | undefined): boolean {
	return syntax !== undefined && /^(?:[^\s@]*\/)?pidone\/dockerfile(?:[:@]\S*)?(?:\s|$)/.test(syntax);
}
