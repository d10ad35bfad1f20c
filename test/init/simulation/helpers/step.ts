/** A signal that has to be sent before anything else happens. */
export interface Step {
	readonly signal: number;
	/** The value that was received with it. */
	readonly value?: number | undefined;
	/** One process or group; undefined for the targets of forwarded signals. */
	readonly target?: number;
	/** Whether it is a forwarded stop signal. */
	readonly isStop?: boolean;
	/** Whether the group turned out not to exist. */
	hasNoGroup?: boolean;
	/** Children that must still get it. */
	left?: Set<number>;
}

/** A step in words. */
export function describeStep(step: Step | undefined): string {
	if (step === undefined) return "nothing";
	const target =
		step.target ?? (step.left === undefined ? "those that get what is forwarded" : [...step.left].join(", "));
	return `signal ${step.signal} to ${target}`;
}
