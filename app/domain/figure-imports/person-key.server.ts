import { createHmac } from "node:crypto";
import { PERSON_KEY } from "./plan-placements.ts";

/**
 * The pseudonym of a person by an office's own number: the same number of the same office gives the same key, and nobody
 * without the town's secret finds the number again. Leading zeros, which spreadsheets drop, make no difference. A key is
 * left as it is.
 */
export function personKeyOf(secret: string, { office, number }: { office: string; number: string }): string {
  const plain = number.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (plain === "" || PERSON_KEY.test(number)) return number;
  const digits = /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain;
  const hash = createHmac("sha256", secret).update(`placement-person\0${office}\0${digits}`).digest("hex");
  return `p-${hash.slice(0, 24)}`;
}
