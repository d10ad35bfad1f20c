/** Why a registry did not give what it was asked for: part of a sentence, to follow the image's name. */
export class RegistryFailure extends Error {
	override readonly name = "RegistryFailure";
	/** Whether to ask again may help. */
	readonly isTemporary: boolean;

	constructor(message: string, isTemporary = false) {
		super(message);
		this.isTemporary = isTemporary;
	}
}
