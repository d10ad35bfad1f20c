/** The init for one platform, as the package ships it. */
export interface Binary {
	readonly name: string;
	readonly platform: string;
	readonly bytes: Uint8Array;
}
