/** A signal that has to be sent before anything else happens. */
export interface Step {
	readonly signal: number;
	/** What came with it. */
	readonly value?: number | undefined;
	/** One process or group; `undefined`: whoever gets what is forwarded. */
	readonly target?: number;
	/** Whether it is forwarded because somebody wants the program to stop. */
	readonly isStop?: boolean;
	/** The group was tried, in vain. */
	hasNoGroup?: boolean;
	/** Children that have to get it still. */
	left?: Set<number>;
}

/** A step in words. */
export function describeStep(step: Step | undefined): string {
	if (step === undefined) return "nothing";
	const target =
		step.target ?? (step.left === undefined ? "those that get what is forwarded" : [...step.left].join(", "));
	return `signal ${step.signal} to ${target}`;
}
