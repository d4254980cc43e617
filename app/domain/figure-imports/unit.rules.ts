/**
 * A decimal number without rounding: `digits` × 10^−`places`. Figures of tables go through it on their way from text to
 * the database, so that no digit is lost and none is invented.
 */
export type Exact = { digits: bigint; places: number };

/** A unit as a base with a power of ten: 百万円 is 円 with 6, 人 is 人 with 0. */
export type Unit = { base: string; power: number };

const POWERS: readonly [prefix: string, power: number][] = [
  ["千万", 7],
  ["百万", 6],
  ["十億", 9],
  ["千", 3],
  ["万", 4],
  ["億", 8],
  ["兆", 12],
];

/** Ways to write the same unit. */
const SAME: Readonly<Record<string, string>> = {
  名: "人",
  パーセント: "%",
  カ所: "か所",
  ヶ所: "か所",
  ケ所: "か所",
  箇所: "か所",
  個所: "か所",
  カ国: "か国",
  ポイント: "ポイント",
  pt: "ポイント",
};

/** Only amounts are counted in thousands and millions; 千厩 or 万博 are no powers. */
const SCALED = /^(円|人|件|社|台|トン|t|kg|m|㎡|ha|戸|世帯|個|本|枚|泊|回)?$/;

export function readUnit(text: string): Unit {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const bare = SAME[plain] ?? plain;
  for (const [prefix, power] of POWERS) {
    const rest = bare.slice(prefix.length);
    if (bare.startsWith(prefix) && SCALED.test(SAME[rest] ?? rest))
      return { base: SAME[rest] ?? rest, power };
  }
  return { base: bare, power: 0 };
}

/** The number without zeros behind the point. */
export function exact(digits: bigint, places: number): Exact {
  let [left, rest] = [digits, places];
  while (rest > 0 && left % 10n === 0n) {
    left /= 10n;
    rest -= 1;
  }
  return rest < 0 ? { digits: left * 10n ** BigInt(-rest), places: 0 } : { digits: left, places: rest };
}

/** `12,345.60` (separators only where they belong) as an exact number; null for anything else. */
export function readDigits(text: string): Exact | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return exact(BigInt(whole.replaceAll(",", "") + fraction), fraction.length);
}

/** The number × 10^`power`. */
export function shift({ digits, places }: Exact, power: number): Exact {
  return exact(digits, places - power);
}

export function add(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places);
  const scaled = (value: Exact) => value.digits * 10n ** BigInt(places - value.places);
  return exact(scaled(a) + scaled(b), places);
}

/** Plain digits as the database takes them: −12.5, no separators. */
export function plainDigits({ digits, places }: Exact): string {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Half away from zero, as tables round. */
export function round(value: Exact, places: number): Exact {
  if (value.places <= places) return value;
  const divisor = 10n ** BigInt(value.places - places);
  const half = value.digits < 0n ? -divisor / 2n : divisor / 2n;
  return exact((value.digits + half) / divisor, places);
}

/** `numerator` ÷ `denominator` × 100, rounded; null when there is nothing to divide by. */
export function percentOf(numerator: Exact, denominator: Exact, places: number): Exact | null {
  if (denominator.digits === 0n) return null;
  // Two more places than are kept, so that the rounding sees what follows.
  const wanted = places + 2;
  const top = numerator.digits * 100n * 10n ** BigInt(wanted + denominator.places);
  const bottom = denominator.digits * 10n ** BigInt(numerator.places);
  return round(exact(top / bottom, wanted), places);
}
