/** The commands, except `help` and `completion`, in the order of the help. */
export const COMMAND_NAMES = [
	"rewrite",
	"build",
	"check",
	"explain",
	"lock",
	"images",
	"revert",
	"trial",
	"repos",
	"emit",
	"compile",
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

/** The command that a command line names first; undefined for another word, an option, or nothing. */
export function commandName([first]: readonly string[]): CommandName | undefined {
	return COMMAND_NAMES.find((name) => name === first);
}
