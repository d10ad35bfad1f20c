import { load32, store32, zeroed } from "./native";
import { word } from "./word";

/** A slot has the PID of a child that got SIGTERM, and a number for that child. */
const SLOT_SIZE: i32 = 8;
const SLOTS_SIZE: i32 = 1024 * SLOT_SIZE;
function slots(): word {
	return zeroed("children that were asked to end", SLOTS_SIZE);
}

/** Whether a slot was ever taken: until then, the table is not touched. */
let isInUse: bool = false;

/** The slot of a child, or a free one; 0 if there is none. Callers try again after other children have ended. */
export function slotOf(pid: i32): word {
	const slot = findSlot(pid);
	return slot == 0 ? findSlot(0) : slot;
}

function findSlot(pid: i32): word {
	for (let slot = slots(); slot < slots() + SLOTS_SIZE; slot += SLOT_SIZE) if (load32(slot) == pid) return slot;
	return 0;
}

/** The number in the slot; 0 while the slot is free. */
export function countOf(slot: word): i32 {
	return load32(slot + 4);
}

export function keep(slot: word, pid: i32, count: i32): void {
	isInUse = true;
	store32(slot, pid);
	store32(slot + 4, count);
}

/** Frees the slot of a child that was reaped: its PID may be reused. */
export function forget(pid: i32): void {
	if (!isInUse) return;
	const slot = findSlot(pid);
	if (slot != 0) keep(slot, 0, 0);
}
