import type { PageFile } from "../core/report/page-data.ts";
import { type CodeTexts, describeFile } from "./detail.ts";
import { element } from "./dom.ts";
import { fragmentOf, pathIn } from "./fragment.ts";

/**
 * The dialog for one file, which the fragment of the page's address names. So links lead to it, and the browser's Back
 * button closes it.
 */
export class DetailDialog {
	readonly #dialog: HTMLDialogElement;
	readonly #files: ReadonlyMap<string, PageFile>;
	readonly #texts: CodeTexts;
	/** The files of the table, in the same order. */
	#listed: readonly PageFile[] = [];

	constructor(dialog: HTMLDialogElement, files: readonly PageFile[], texts: CodeTexts) {
		this.#dialog = dialog;
		this.#files = new Map(files.map((file) => [file.path, file]));
		this.#texts = texts;
		dialog.addEventListener("close", () => {
			if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
		});
		dialog.addEventListener("click", (event) => {
			if (event.target === dialog) dialog.close();
		});
		addEventListener("hashchange", () => this.open());
	}

	/** The files that its buttons go through. */
	list(files: readonly PageFile[]): void {
		this.#listed = files;
	}

	/** Opens the file that the page's address names, or closes the dialog if it names none. */
	open(): void {
		const file = this.#files.get(pathIn(location.hash) ?? "");
		if (file === undefined) {
			this.#dialog.close();
			return;
		}
		this.#dialog.replaceChildren(
			this.#makeHead(file),
			element("div", { class: "content" }, ...describeFile(file, this.#texts)),
		);
		if (!this.#dialog.open) this.#dialog.showModal();
		this.#dialog.scrollTop = 0;
	}

	#makeHead(file: PageFile): HTMLElement {
		const index = this.#listed.indexOf(file);
		const close = element("button", { type: "button", "aria-label": "Close" }, "✕");
		close.addEventListener("click", () => this.#dialog.close());
		return element(
			"div",
			{ class: "head" },
			element("h2", { id: "detail-title", tabindex: -1, autofocus: true }, file.path),
			this.#makeStep("Previous file", "←", this.#listed[index - 1]),
			this.#makeStep("Next file", "→", index === -1 ? undefined : this.#listed[index + 1]),
			close,
		);
	}

	#makeStep(label: string, sign: string, file: PageFile | undefined): HTMLElement {
		const button = element("button", { type: "button", "aria-label": label, disabled: file === undefined }, sign);
		if (file !== undefined) button.addEventListener("click", () => location.replace(`#${fragmentOf(file.path)}`));
		return button;
	}
}
