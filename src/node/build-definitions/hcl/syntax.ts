import type { Place } from "../model/value.ts";

/** An expression of HCL. */
export type Expression = { readonly place: Place } & (
	| { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly lines?: readonly number[] }
	| { readonly kind: "template"; readonly parts: readonly Expression[] }
	| { readonly kind: "tuple"; readonly items: readonly Expression[] }
	| { readonly kind: "object"; readonly items: readonly (readonly [key: Expression, value: Expression])[] }
	| { readonly kind: "variable"; readonly name: string }
	| { readonly kind: "index"; readonly target: Expression; readonly key: Expression }
	| { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]; readonly isExpanded: boolean }
	| { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] }
	| ForExpression
	/** An expression of HCL that pidone does not support: only bake knows its value. */
	| { readonly kind: "unread"; readonly what: string }
);

interface ForExpression {
	readonly kind: "for";
	readonly names: readonly string[];
	readonly collection: Expression;
	/** Only for objects. */
	readonly key: Expression | undefined;
	readonly value: Expression;
	readonly condition: Expression | undefined;
	/** Whether values of the same key form a list: `...`. */
	readonly isGrouped: boolean;
}

/** The content of a file or a block. */
export interface Body {
	readonly attributes: ReadonlyMap<string, Expression>;
	readonly blocks: readonly Block[];
}

/** `type "label" { … }`. */
interface Block {
	readonly type: string;
	readonly labels: readonly string[];
	readonly body: Body;
	readonly place: Place;
}
