;; Divisions and remainders by variables and by constants, with their traps.
(module
	(func $all (param $a i32) (param $b i32) (param $c i64) (param $d i64) (result i64)
		(i64.add
			(i64.extend_i32_s
				(i32.xor
					(i32.div_s (local.get $a) (local.get $b))
					(i32.rem_s (local.get $a) (local.get $b))))
			(i64.xor
				(i64.div_u (local.get $c) (local.get $d))
				(i64.rem_u (local.get $c) (i64.const 10)))))
	(func $start (export "start") (param $stack i64)
		(drop (call $all (i32.const 1) (i32.const 2) (local.get $stack) (i64.const -1)))
		(unreachable)))
