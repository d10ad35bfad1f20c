import type { ShellState } from "./state.ts";
import type { SimpleCommand } from "./syntax.ts";
import type { ShellScope, ShellValue } from "./value.ts";

/** A simple command with its words expanded. */
export interface ExpandedCommand {
	readonly argv: readonly ShellValue[];
	readonly command: SimpleCommand;
	readonly state: ShellState;
	readonly scope: ShellScope;
}
