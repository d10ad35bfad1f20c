import type { AnalysedStage } from "../analysis/analyse.ts";

/** What shows that a stage is a Windows image, which has no signals and no PID 1; undefined if nothing does. */
export function whyWindows({ stage, bases, end }: AnalysedStage, escape: string): string | undefined {
	if (end.distro === "windows") return "its base is a Windows image";
	if (/^windows\b/i.test(stage.platform ?? "")) return `it is built for ${stage.platform}`;
	const shell = end.shell?.[0] ?? "";
	if (/^(?:powershell|cmd|pwsh\.exe)\b/i.test(shell) || /\.exe$/i.test(shell)) return `its SHELL is ${shell}`;
	// On a Linux base, app.exe runs under Mono or Wine, or just has that name. A Windows image can also be built from
	// scratch.
	if (end.distro !== undefined && end.distro !== "scratch") return undefined;
	const program = end.entrypoint?.[0] ?? end.cmd?.[0] ?? "";
	if (/^[a-z]:[\\/]/i.test(program) || /\.(?:exe|cmd|bat)$/i.test(program) || /^(?:powershell|cmd)$/i.test(program))
		return `it runs ${program}`;
	const unknown = bases.find((base) => base.kind === "unknown");
	if (unknown && /\b(?:windows|windowsservercore|nanoserver|ltsc\d+)\b/i.test(unknown.text))
		return `its base ${unknown.text} is named after Windows`;
	return unknown && escape === "`"
		? `its base ${unknown.text} is unknown, and the file uses the escape character \`, like files for Windows`
		: undefined;
}
