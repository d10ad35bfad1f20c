;; Calls while values wait in registers: they are saved around the call, and restored by a branch out of it.
(module
	(func $add (param i32 i32) (result i32)
		(i32.add (local.get 0) (local.get 1)))
	(func $sums (param $a i32) (param $b i32) (result i32)
		(i32.sub
			(i32.mul (local.get $a) (local.get $b))
			(i32.xor
				(i32.shl (local.get $a) (local.get $b))
				(call $add (local.get $b) (call $add (local.get $a) (i32.const 7))))))
	(func $leave (param $a i32) (result i32)
		(i32.add
			(i32.mul (local.get $a) (local.get $a))
			(block $out (result i32)
				(i32.rotl
					(i32.sub (local.get $a) (i32.const 1))
					(call $add
						(local.get $a)
						(br_if $out (i32.const 3) (i32.gt_u (local.get $a) (i32.const 100))))))))
	(func $start (export "start") (param $stack i64)
		(drop (call $sums (call $leave (i32.const 1)) (i32.const 2)))
		(unreachable)))
