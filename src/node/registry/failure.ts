import { ImageContentError } from "../resolve/image-content-error.ts";

/** Why a registry did not give what it was asked for. */
export class RegistryFailure extends ImageContentError {
	override readonly name = "RegistryFailure";
	/** Whether to ask again may help. */
	readonly isTemporary: boolean;

	constructor(message: string, isTemporary = false) {
		super(message);
		this.isTemporary = isTemporary;
	}
}
