import { randomUUID } from "node:crypto";

/**
 * Wraps a text so that the runner shows it and does not obey it. The runner treats every line that begins with two
 * colons, with or without leading blanks, as a command, and a diff contains lines that somebody else wrote.
 * @param {string} text
 */
export function withoutCommands(text) {
	if (text === "") return "";
	const token = randomUUID();
	return `::stop-commands::${token}\n${text}${text.endsWith("\n") ? "" : "\n"}::${token}::\n`;
}

/**
 * An annotation without a location.
 * @param {string} message
 */
export function toErrorCommand(message) {
	const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
	return `::error title=pidone::${escaped}\n`;
}
