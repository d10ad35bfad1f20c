import { ImageContentError } from "../resolve/image-content-error.ts";

/** Why a registry has not answered a request. */
export class RegistryFailure extends ImageContentError {
	override readonly name = "RegistryFailure";
	/** Whether another attempt may help. */
	readonly isTemporary: boolean;

	constructor(message: string, isTemporary = false) {
		super(message);
		this.isTemporary = isTemporary;
	}
}
