import { DEFAULT_SHELL, type ImageFacts } from "./facts.ts";

/** What an image declares, in one line. */
export function describeFacts({ entrypoint, cmd, user, shell, stopSignal, onBuild, distro }: ImageFacts): string {
	const isUsualShell = JSON.stringify(shell) === JSON.stringify(DEFAULT_SHELL);
	return [
		`ENTRYPOINT ${words(entrypoint)}`,
		`CMD ${words(cmd)}`,
		`user ${user}`,
		...(isUsualShell ? [] : [`shell ${words(shell)}`]),
		`stop signal ${stopSignal}`,
		...(onBuild ?? []).map((trigger) => `ONBUILD ${trigger}`),
		...(distro === undefined ? [] : [distro]),
	].join(", ");
}

function words(argv: readonly string[] | undefined): string {
	if (argv === undefined) return "not known";
	return argv.length > 0 ? JSON.stringify(argv) : "none";
}
