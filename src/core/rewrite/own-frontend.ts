/**
 * Whether `# syntax=` names pidone's own BuildKit frontend, which puts the init in when the file is built. Whoever
 * pushes it chooses registry, tag and digest; its name ends as in docs/frontend.md.
 */
export function isOwnFrontend(syntax: string | undefined): boolean {
	return syntax !== undefined && /^(?:[^\s@]*\/)?pidone\/dockerfile(?:[:@]\S*)?(?:\s|$)/.test(syntax);
}
