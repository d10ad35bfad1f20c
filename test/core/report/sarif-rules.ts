/** The parts of a SARIF 2.1.0 log that we write. */
export interface SarifLog {
	readonly $schema: string;
	readonly version: string;
	readonly runs: readonly [SarifRun];
}

interface SarifRun {
	readonly tool: {
		readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] };
	};
	readonly invocations: readonly [
		{ readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly SarifNotification[] },
	];
	readonly columnKind: string;
	readonly results: readonly SarifResult[];
}

interface SarifRule {
	readonly id: string;
	readonly shortDescription: Text;
	readonly help: Text;
}

interface SarifNotification {
	readonly descriptor: { readonly id: string };
	readonly level: string;
	readonly message: Text;
	readonly locations: readonly SarifLocation[];
}

interface SarifResult {
	readonly ruleId: string;
	readonly ruleIndex: number;
	readonly level: string;
	readonly message: Text;
	readonly locations: readonly SarifLocation[];
}

interface SarifLocation {
	readonly physicalLocation: {
		readonly artifactLocation: { readonly uri: string };
		readonly region?: {
			readonly startLine: number;
			readonly startColumn: number;
			readonly endLine: number;
			readonly endColumn: number;
		};
	};
}

interface Text {
	readonly text: string;
}

const LEVELS = ["none", "note", "warning", "error"];
/** RFC 3986, 4.1: only the characters that are allowed there, and a percent sign only before two hexadecimal digits. */
const URI_REFERENCE = /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/;

/** How a SARIF log violates the standard, as far as its types do not rule that out; empty if it is valid. */
export function checkSarif(json: string): string[] {
	const log = JSON.parse(json) as SarifLog;
	const faults: string[] = [];
	const require = (isRight: boolean, rule: string): void => {
		if (!isRight) faults.push(rule);
	};
	require(log.version === "2.1.0", "version is 2.1.0");
	require(log.$schema.startsWith("https://"), "$schema is an absolute URI");
	require(log.runs.length === 1, "one run");
	const [{ tool, invocations, columnKind, results }] = log.runs;
	const { rules } = tool.driver;
	require(tool.driver.name !== "", "the driver has a name");
	require(columnKind === "utf16CodeUnits", "columnKind is that of the columns");
	require(new Set(rules.map(({ id }) => id)).size === rules.length, "rules are unique");
	for (const { id, shortDescription, help } of rules)
		require(id !== "" && shortDescription.text !== "" && help.text !== "", "rules have texts");
	require(invocations.length === 1 &&
		typeof invocations[0].executionSuccessful === "boolean", "executionSuccessful is there");
	for (const { ruleId, ruleIndex } of results) require(rules[ruleIndex]?.id === ruleId, "ruleIndex points to the rule");
	for (const { level, message, locations } of [...results, ...invocations[0].toolExecutionNotifications]) {
		require(LEVELS.includes(level), "level");
		require(typeof message.text === "string", "a message has a text");
		require(locations.length === 1, "one location");
		for (const { physicalLocation } of locations) faults.push(...checkLocation(physicalLocation));
	}
	return faults;
}

function checkLocation({ artifactLocation, region }: SarifLocation["physicalLocation"]): string[] {
	const faults = URI_REFERENCE.test(artifactLocation.uri) ? [] : [`uri is a URI reference: ${artifactLocation.uri}`];
	if (region === undefined) return faults;
	const { startLine, startColumn, endLine, endColumn } = region;
	if (![startLine, startColumn, endLine, endColumn].every((number) => Number.isInteger(number) && number > 0))
		faults.push("lines and columns are positive");
	if (endLine < startLine || (endLine === startLine && endColumn < startColumn))
		faults.push("a region does not end before it starts");
	return faults;
}
