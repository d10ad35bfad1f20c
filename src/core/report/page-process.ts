/** A process of a container, as the HTML report shows it. Every text in it is printable. */
export interface PageProcess {
	readonly command: string;
	readonly isPid1: boolean;
	readonly isInit: boolean;
	/** What it becomes, what happens when the container stops, and who reaps. */
	readonly notes: readonly string[];
	readonly children: readonly PageProcess[];
}
