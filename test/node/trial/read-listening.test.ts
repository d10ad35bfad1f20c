import { expect, it } from "vitest";
import { readListeningPorts } from "../../../src/node/trial/read-listening.ts";

const TABLES = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000
   1: 0100007F:0050 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0000000000000000
  sl  local_address                         remote_address                        st tx_queue
  10: 00000000000000000000000000000000:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000
`;

it("the ports are those of listening sockets in both tables", () => {
	expect([...readListeningPorts(TABLES)]).toEqual([8080, 443]);
	expect([...readListeningPorts("")]).toEqual([]);
});
