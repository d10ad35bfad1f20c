import { callsOf, type Script } from "./script.ts";

/** Records a digit and returns a value. This shows what is evaluated, and in which order. */
const NOTE = [
	`(func $note (param $digit i32) (param $value i32) (result i32)
		(global.set $i32 (i32.add (i32.mul (global.get $i32) (i32.const 10)) (local.get $digit)))
		(local.get $value))`,
	`(func $noted (param $value i32) (result i32)
		(global.set $i32 (i32.add (i32.mul (global.get $i32) (i32.const 16)) (i32.and (local.get $value) (i32.const 15))))
		(global.get $i32)
		(global.set $i32 (i32.const 0)))`,
];

const PLACE = "(func $place (result i64) (call $zeroed (i32.const 36) (i32.const 64)))";

/** The labels of a long table: every third number branches to `$a`, the number after it to `$b`, the others to `$c`. */
const LONG_TABLE = Array.from({ length: 300 }, (_, index) => ["$a", "$b", "$c"][index % 3]).join(" ");

export const subjectScripts: readonly Script[] = [
	{
		name: "br_table",
		functions: [
			"(func $only-default (param i32) (result i32) (block $a (br_table $a (local.get 0)) (return (i32.const 21))) (i32.const 22))",
			"(func $one (param i32) (result i32) (block $b (block $a (br_table $a $b (local.get 0)) (return (i32.const 21))) (return (i32.const 20))) (i32.const 22))",
			"(func $only-default-value (param i32) (result i32) (block $a (result i32) (drop (br_table $a (i32.const 33) (local.get 0))) (i32.const 31)))",
			`(func $one-value (param i32) (result i32)
				(block $b (result i32) (drop (block $a (result i32) (br_table $a $b (i32.const 33) (local.get 0)))) (i32.const 32)))`,
			`(func $many (param i32) (result i32)
				(block $d (block $c (block $b (block $a
					(br_table $a $b $c $d $b (local.get 0)))
					(return (i32.const 100))) (return (i32.const 101))) (return (i32.const 102))) (i32.const 103))`,
			`(func $many-values (param i32) (result i32)
				(block $c (result i32) (i32.add (i32.const 1000) (block $b (result i32) (i32.add (i32.const 100) (block $a (result i32)
					(i32.add (i32.const 10) (br_table $a $b $c $b (i32.add (local.get 0) (i32.const 1)) (local.get 0)))))))))`,
			`(func $long (param i32) (result i32)
				(block $default (result i32) (i32.add (i32.const 1000) (block $c (result i32) (i32.add (i32.const 2000) (block $b (result i32)
					(i32.add (i32.const 4000) (block $a (result i32)
						(br_table ${LONG_TABLE} $default (local.get 0) (local.get 0))))))))))`,
			`(func $to-loop (param i32) (result i32) (local $sum i32)
				(loop $again (result i32)
					(block $out
						(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 3)) (local.get 0)))
						(local.set 0 (i32.sub (local.get 0) (i32.const 1)))
						(br_table $out $again $again $again $again $out (local.get 0)))
					(local.get $sum)))`,
			`(func $beside (param i32) (result i32)
				(i32.sub (i32.mul (local.get 0) (i32.const 100)) (block $b (result i32)
					(i32.add (i32.const 5) (block $a (result i32)
						(i32.add (i32.const 3) (call $minus (i32.const 1) (br_table $a $b $a (i32.const 7) (local.get 0)))))))))`,
			`(func $from-call (param i32) (result i32)
				(i32.add (i32.const 9) (block $a (result i32)
					(br_table $a $a (call $minus (local.get 0) (i32.const 2)) (call $minus (i32.const 1) (local.get 0))))))`,
			"(func $minus (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))",
		],
		calls: [
			...callsOf("only-default", 0, 1, -1, 0x7fffffff),
			...callsOf("one", 0, 1, 11, -1, -2147483648),
			...callsOf("only-default-value", 0, 1, -1),
			...callsOf("one-value", 0, 1, 11, -1),
			...callsOf("many", 0, 1, 2, 3, 4, 5, 100, -1, -4),
			...callsOf("many-values", 0, 1, 2, 3, 4, -1, -3),
			...callsOf("long", 0, 1, 2, 3, 150, 297, 298, 299, 300, 1000, -1),
			...callsOf("to-loop", 0, 1, 2, 3, 5, 9),
			...callsOf("beside", 0, 1, 2, -1),
			...callsOf("from-call", 0, 1, 2, 5),
		],
	},
	{
		name: "switch",
		functions: [
			`(func $statements (param $i i32) (result i32) (local $j i32)
				(local.set $j (i32.const 100))
				(block $end (block $default (block $7 (block $6 (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
					(br_table $0 $1 $2 $3 $4 $5 $6 $7 $default (local.get $i))
				) (return (local.get $i))
				) (nop)
				) (nop)
				) (local.set $j (i32.sub (i32.const 0) (local.get $i))) (br $end)
				) (br $end)
				) (local.set $j (i32.const 101)) (br $end)
				) (local.set $j (i32.const 101))
				) (nop)
				) (local.set $j (i32.add (local.get $j) (i32.const 2))))
				(local.get $j))`,
			`(func $values (param $i i32) (result i32) (local $j i32)
				(local.set $j (i32.const 200))
				(return (block $end (result i32) (drop (block $default (result i32) (drop (block $2 (result i32) (drop (block $1 (result i32)
					(br_table $1 $2 $2 $end $default (i32.mul (local.get $i) (i32.const 3)) (local.get $i))))
					(br $end (i32.sub (i32.const 0) (local.get $i)))))
					(br $end (i32.const 77))))
					(local.get $j))))`,
		],
		calls: [...callsOf("statements", 0, 1, 2, 3, 4, 5, 6, 7, 8, 100, -1), ...callsOf("values", 0, 1, 2, 3, 4, 5, -1)],
	},
	{
		name: "labels",
		functions: [
			`(func $depths (param i32) (result i32)
				(block $a (result i32) (i32.add (i32.const 100) (block $b (result i32) (i32.add (i32.const 10) (block $c (result i32)
					(block $f (block $e (block $d
						(br_table $d $e $f (local.get 0)))
						(br $c (i32.const 1)))
						(br $b (i32.const 2)))
					(br $a (i32.const 3))))))))`,
			"(func $shadowed (param i32) (result i32) (block $l (result i32) (i32.add (i32.const 1) (block $l (result i32) (br $l (local.get 0))))))",
			"(func $loop-label (param i32) (result i32) (loop $l (local.set 0 (i32.add (local.get 0) (i32.const 3))) (br_if $l (i32.lt_s (local.get 0) (i32.const 20)))) (local.get 0))",
			"(func $if-label (param i32) (result i32) (if $l (local.get 0) (then (local.set 0 (i32.const 5)) (br $l) (local.set 0 (i32.const 6)))) (local.get 0))",
			"(func $else-label (param i32) (result i32) (if $l (result i32) (local.get 0) (then (i32.const 1)) (else (br $l (i32.const 2)))))",
		],
		calls: [
			...callsOf("depths", 0, 1, 2, 3),
			...callsOf("shadowed", 7),
			...callsOf("loop-label", 0, 1, 19, 20, -5),
			...callsOf("if-label", 0, 1),
			...callsOf("else-label", 0, 1),
		],
	},
	{
		name: "loop",
		functions: [
			`(func $for (param i32) (result i32) (local $sum i32) (local $i i32)
				(block $done (loop $again
					(br_if $done (i32.ge_u (local.get $i) (local.get 0)))
					(local.set $i (i32.add (local.get $i) (i32.const 1)))
					(br_if $again (i32.and (local.get $i) (i32.const 1)))
					(local.set $sum (i32.add (local.get $sum) (local.get $i)))
					(br $again)))
				(local.get $sum))`,
			`(func $nested (param i32) (result i32) (local $i i32) (local $j i32) (local $sum i32)
				(local.set $i (local.get 0))
				(block $done (loop $outer
					(br_if $done (i32.le_s (local.get $i) (i32.const 0)))
					(local.set $j (local.get $i))
					(loop $inner
						(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 3)) (local.get $j)))
						(local.set $j (i32.sub (local.get $j) (i32.const 1)))
						(br_if $inner (i32.gt_s (local.get $j) (i32.const 0))))
					(local.set $i (i32.sub (local.get $i) (i32.const 2)))
					(br $outer)))
				(local.get $sum))`,
			`(func $collatz (param i32) (result i32) (local $steps i32)
				(loop $again
					(if (i32.gt_u (local.get 0) (i32.const 1)) (then
						(local.set 0 (if (result i32) (i32.and (local.get 0) (i32.const 1))
							(then (i32.add (i32.mul (local.get 0) (i32.const 3)) (i32.const 1)))
							(else (i32.shr_u (local.get 0) (i32.const 1)))))
						(local.set $steps (i32.add (local.get $steps) (i32.const 1)))
						(br $again))))
				(local.get $steps))`,
			"(func $value (param i32) (result i32) (i32.add (i32.const 50) (loop (result i32) (i32.mul (local.get 0) (i32.const 3)))))",
		],
		calls: [
			...callsOf("for", 0, 1, 2, 10, 99),
			...callsOf("nested", 0, 1, 2, 5, 8),
			...callsOf("collatz", 0, 1, 2, 7, 27),
			...callsOf("value", 0, 4),
		],
	},
	{
		name: "call",
		functions: [
			"(func $fac (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (i32.mul (local.get 0) (call $fac (i32.sub (local.get 0) (i32.const 1)))))))",
			"(func $fib (param i32) (result i32) (if (result i32) (i32.le_u (local.get 0) (i32.const 1)) (then (i32.const 1)) (else (i32.add (call $fib (i32.sub (local.get 0) (i32.const 2))) (call $fib (i32.sub (local.get 0) (i32.const 1)))))))",
			"(func $even (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 44)) (else (call $odd (i32.sub (local.get 0) (i32.const 1))))))",
			"(func $odd (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 99)) (else (call $even (i32.sub (local.get 0) (i32.const 1))))))",
			"(func $wide-fac (param i64 i64) (result i64) (if (result i64) (i64.eqz (local.get 0)) (then (local.get 1)) (else (call $wide-fac (i64.sub (local.get 0) (i64.const 1)) (i64.mul (local.get 0) (local.get 1))))))",
			"(func $low (param i32) (result i32) (i32.wrap_i64 (call $wide-fac (i64.extend_i32_s (local.get 0)) (i64.const 1))))",
			"(func $six (param i32 i64 i32 i64 i32 i64) (result i32) (i32.add (i32.mul (i32.wrap_i64 (i64.sub (local.get 1) (i64.mul (local.get 3) (local.get 5)))) (i32.const 7)) (i32.sub (local.get 0) (i32.mul (local.get 2) (local.get 4)))))",
			"(func $sixth (param i32) (result i32) (call $six (local.get 0) (i64.const 2) (i32.const 3) (i64.const 4) (call $fac (local.get 0)) (i64.const 6)))",
			"(func $in-call (param i32) (result i32) (call $even (call $fac (call $sub (local.get 0) (call $fib (i32.const 2))))))",
			"(func $sub (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))",
			"(func $deep (param i32) (result i32) (local i32 i32 i32 i64) (local.set 1 (i32.add (local.get 0) (i32.const 1))) (local.set 2 (i32.mul (local.get 0) (local.get 1))) (local.set 4 (i64.extend_i32_s (local.get 2))) (if (local.get 0) (then (local.set 3 (call $deep (i32.sub (local.get 0) (i32.const 1)))))) (i32.add (local.get 3) (i32.xor (local.get 1) (i32.sub (local.get 2) (i32.wrap_i64 (local.get 4))))))",
		],
		calls: [
			...callsOf("fac", 0, 1, 5, 12, 20),
			...callsOf("fib", 0, 1, 2, 5, 15),
			...callsOf("even", 0, 1, 100, 77),
			...callsOf("odd", 0, 1, 200, 77),
			...callsOf("low", 0, 5, 12, 25),
			...callsOf("sixth", 0, 3, 6),
			...callsOf("in-call", 3, 4, 6),
			...callsOf("deep", 0, 1, 50, 1000),
		],
	},
	{
		name: "the order of evaluation",
		functions: [
			...NOTE,
			...Object.entries({
				binary: "(i32.sub (call $note (i32.const 1) (i32.const 9)) (call $note (i32.const 2) (local.get 0)))",
				compare: "(i32.lt_u (call $note (i32.const 1) (i32.const 2)) (call $note (i32.const 2) (local.get 0)))",
				"constant-first": "(i32.shl (i32.const 3) (call $note (i32.const 2) (local.get 0)))",
				divide:
					"(i32.div_s (call $note (i32.const 1) (i32.const 9)) (call $note (i32.const 2) (i32.or (local.get 0) (i32.const 1))))",
				select:
					"(select (call $note (i32.const 1) (i32.const 5)) (call $note (i32.const 2) (i32.const 6)) (call $note (i32.const 3) (local.get 0)))",
				store:
					"(block (result i32) (call $store32 (i64.add (call $place) (i64.extend_i32_u (call $note (i32.const 1) (i32.const 8)))) (call $note (i32.const 2) (local.get 0))) (call $load32 (i64.add (call $place) (i64.const 8))))",
				call: "(call $three (call $note (i32.const 1) (i32.const 3)) (call $note (i32.const 2) (local.get 0)) (call $note (i32.const 3) (i32.const 5)))",
				branch:
					"(block $out (result i32) (drop (br_if $out (call $note (i32.const 1) (i32.const 3)) (call $note (i32.const 2) (local.get 0)))) (call $note (i32.const 3) (i32.const 4)))",
				table:
					"(block $out (result i32) (i32.add (i32.const 1) (block $near (result i32) (br_table $near $out (call $note (i32.const 1) (i32.const 3)) (call $note (i32.const 2) (local.get 0))))))",
				if: "(if (result i32) (call $note (i32.const 1) (local.get 0)) (then (call $note (i32.const 2) (i32.const 3))) (else (call $note (i32.const 3) (i32.const 4))))",
				and: "(i32.and (i32.eqz (call $note (i32.const 1) (local.get 0))) (i32.ne (call $note (i32.const 2) (i32.const 5)) (i32.const 5)))",
				left: "(block $out (result i32) (i32.add (call $note (i32.const 1) (i32.const 3)) (br_if $out (call $note (i32.const 2) (i32.const 4)) (local.get 0))))",
				global: "(i32.add (global.get $i32) (call $note (i32.const 7) (local.get 0)))",
			}).map(([name, body]) => `(func $${name} (param i32) (result i32) (call $noted ${body}))`),
			"(func $three (param i32 i32 i32) (result i32) (i32.sub (local.get 0) (i32.xor (local.get 1) (local.get 2))))",
			PLACE,
		],
		calls: ["binary", "compare", "constant-first", "divide", "select", "store", "call", "branch", "table", "if"]
			.concat(["and", "left", "global"])
			.flatMap((name) => callsOf(name, 0, 1, 2)),
	},
	{
		name: "locals",
		functions: [
			"(func $zero (param i32) (result i32) (local i32 i64 i32) (i32.add (local.get 1) (i32.add (i32.wrap_i64 (local.get 2)) (local.get 3))))",
			"(func $write-read (param i32) (result i32) (local i64 i32) (local.set 1 (i64.extend_i32_s (local.get 0))) (local.set 2 (i32.wrap_i64 (i64.sub (local.get 1) (i64.const 3)))) (local.set 0 (i32.mul (local.get 2) (local.get 0))) (i32.xor (local.get 0) (i32.wrap_i64 (local.get 1))))",
			"(func $tees (param i32) (result i32) (local i32 i32) (i32.add (local.tee 1 (local.tee 2 (i32.add (local.get 0) (i32.const 5)))) (i32.sub (local.get 1) (i32.mul (local.get 2) (i32.const 3)))))",
			"(func $swap (param i32) (result i32) (local $a i32) (local $b i32) (local $c i32) (local.set $a (local.get 0)) (local.set $b (i32.const 7)) (local.set $c (local.get $a)) (local.set $a (local.get $b)) (local.set $b (local.get $c)) (i32.sub (i32.mul (local.get $a) (i32.const 100)) (local.get $b)))",
			`(func $many (param i32) (result i32) (local ${"i32 i64 ".repeat(10)})
				${Array.from({ length: 10 }, (_, at) => `(local.set ${2 * at + 1} (i32.add (local.get 0) (i32.const ${at}))) (local.set ${2 * at + 2} (i64.extend_i32_u (i32.mul (local.get ${2 * at + 1}) (i32.const ${at + 3}))))`).join("\n")}
				${Array.from({ length: 10 }, (_, at) => `(local.set 0 (i32.add (i32.rotl (local.get 0) (i32.const 3)) (i32.xor (local.get ${2 * at + 1}) (i32.wrap_i64 (local.get ${2 * at + 2})))))`).join("\n")}
				(local.get 0))`,
		],
		calls: ["zero", "write-read", "tees", "swap", "many"].flatMap((name) => callsOf(name, 0, 1, -1, 123456789)),
	},
	{
		name: "select",
		functions: [
			"(func $narrow (param i32) (result i32) (select (i32.const 1) (i32.const 2) (local.get 0)))",
			"(func $wide (param i32) (result i32) (i32.wrap_i64 (i64.shr_u (select (i64.const -5) (i64.const 9) (local.get 0)) (i64.const 1))))",
			"(func $nested (param i32) (result i32) (select (select (i32.const 1) (i32.const 2) (i32.and (local.get 0) (i32.const 1))) (select (i32.const 3) (i32.const 4) (local.get 0)) (i32.gt_s (local.get 0) (i32.const 1))))",
			"(func $condition (param i32) (result i32) (if (result i32) (select (local.get 0) (i32.const 0) (i32.lt_s (local.get 0) (i32.const 2))) (then (i32.const 5)) (else (i32.const 6))))",
			"(func $trap-first (param i32) (result i32) (select (unreachable) (i32.const 0) (local.get 0)))",
			"(func $trap-second (param i32) (result i32) (select (i32.const 0) (i32.div_u (i32.const 1) (i32.const 0)) (local.get 0)))",
		],
		calls: ["narrow", "wide", "nested", "condition"].flatMap((name) => callsOf(name, 0, 1, 2, 3, -1, -2147483648)),
		traps: ["trap-first", "trap-second"].flatMap((name) => callsOf(name, 0, 1)),
	},
	{
		name: "if",
		functions: [
			...NOTE,
			"(func $no-else (param i32) (result i32) (local $x i32) (if (local.get 0) (then (local.set $x (i32.const 3)))) (local.get $x))",
			"(func $empty (param i32) (result i32) (if (local.get 0) (then)) (if (local.get 0) (then) (else)) (local.get 0))",
			"(func $chain (param i32) (result i32) (if (result i32) (i32.lt_s (local.get 0) (i32.const 0)) (then (i32.const -1)) (else (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0)) (else (if (result i32) (i32.gt_u (local.get 0) (i32.const 9)) (then (i32.const 2)) (else (i32.const 1))))))))",
			"(func $both (param i32) (result i32) (if (result i32) (if (result i32) (local.get 0) (then (i32.eqz (i32.and (local.get 0) (i32.const 1)))) (else (i32.const 0))) (then (i32.const 5)) (else (i32.const 6))))",
			"(func $either (param i32) (result i32) (if (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (i32.eq (local.get 0) (i32.const 2)))) (then (i32.const 5)) (else (i32.const 6))))",
			"(func $leaves (param i32) (result i32) (block $out (result i32) (i32.add (i32.const 1) (if (result i32) (local.get 0) (then (br $out (i32.const 8))) (else (i32.const 9))))))",
		],
		calls: ["no-else", "empty", "chain", "both", "either", "leaves"].flatMap((name) =>
			callsOf(name, 0, 1, 2, 3, 10, -1),
		),
	},
	{
		name: "memory",
		functions: [
			PLACE,
			"(func $at (param i32) (result i64) (i64.add (call $place) (i64.extend_i32_u (local.get 0))))",
			"(func $fill (param i32) (result i32) (loop $again (call $store8 (call $at (local.get 0)) (i32.add (i32.mul (local.get 0) (i32.const 37)) (i32.const 0x81))) (br_if $again (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (call $load8 (call $at (i32.const 3))))",
			"(func $byte (param i32) (result i32) (call $load8 (call $at (local.get 0))))",
			"(func $four (param i32) (result i32) (call $load32 (call $at (i32.shl (local.get 0) (i32.const 2)))))",
			"(func $word (param i32) (result i32) (i32.wrap_i64 (call $loadWord (call $at (i32.shl (local.get 0) (i32.const 3))))))",
			"(func $cut (param i32) (result i32) (call $store8 (call $at (i32.const 5)) (local.get 0)) (call $load8 (i64.add (call $place) (i64.const 5))))",
			"(func $ends (param i32) (result i32) (call $store32 (call $at (i32.const 8)) (local.get 0)) (i32.sub (i32.mul (call $load8 (call $at (i32.const 8))) (i32.const 1000)) (call $load8 (call $at (i32.const 11)))))",
			"(func $word-ends (param i32) (result i32) (call $storeWord (call $place) (i64.extend_i32_s (local.get 0))) (i32.add (i32.mul (call $load8 (call $place)) (i32.const 1000)) (i32.add (call $load8 (call $at (i32.const 3))) (i32.shl (call $load32 (call $place)) (i32.const 16)))))",
			"(func $apart (param i32) (result i32) (call $store32 (i64.add (call $at (i32.const 16)) (i64.const 4)) (local.get 0)) (call $store32 (i64.sub (call $at (i32.const 20)) (i64.const 4)) (i32.const 5)) (i32.sub (call $load32 (call $at (i32.const 20))) (call $load32 (call $at (i32.const 16)))))",
			"(func $overlap (param i32) (result i32) (call $store32 (call $place) (local.get 0)) (call $store8 (i64.add (call $place) (i64.const 1)) (i32.const 0xee)) (call $load32 (call $place)))",
			"(func $sign (param i32) (result i32) (call $store32 (call $place) (local.get 0)) (i32.wrap_i64 (i64.shr_s (i64.extend_i32_s (call $load32 (call $place))) (i64.const 4))))",
			"(func $far (param i32) (result i32) (call $store32 (i64.add (call $zeroed (i32.const 68) (i32.const 70000)) (i64.const 69996)) (local.get 0)) (call $load32 (i64.add (i64.sub (call $zeroed (i32.const 68) (i32.const 70000)) (i64.const 4)) (i64.const 70000))))",
			"(func $global (param i32) (result i32) (global.set $i64 (i64.extend_i32_s (local.get 0))) (global.set $i32 (i32.const 3)) (i32.add (global.get $i32) (i32.wrap_i64 (global.get $i64))))",
		],
		calls: [
			...callsOf("fill", 40),
			...callsOf("byte", 0, 1, 2, 3, 4, 39, 41),
			...callsOf("four", 0, 1, 2, 9),
			...callsOf("word", 0, 1, 4),
			...["cut", "ends", "word-ends", "apart", "overlap", "sign", "far", "global"].flatMap((name) =>
				callsOf(name, 0, 1, 0x7f, 0x80, 0xff, 0x1ff, 0x12345678, -1, -2147483648),
			),
		],
	},
];
