import iconv from "iconv-lite";

/** Characters of JIS whose Unicode form on Windows is another one: without the change they would be lost. */
const WINDOWS_FORMS: Record<string, string> = {
  "〜": "～",
  "‖": "∥",
  "−": "－",
  "—": "―",
  "¢": "￠",
  "£": "￡",
  "¬": "￢",
};
const JIS_FORM = /[〜‖−—¢£¬]/g;

/** The text with the forms that CP932 has. */
export function toWindowsForms(text: string): string {
  return text.replace(JIS_FORM, (character) => WINDOWS_FORMS[character]!);
}

const known = new Map<string, boolean>();

/** True when the character is the same after a way through CP932. `character` is one code point in its Windows form. */
function survives(character: string): boolean {
  if (character <= "\u007f") return true;
  const found = known.get(character);
  if (found !== undefined) return found;
  const bytes = iconv.encode(character, "cp932");
  const same = iconv.decode(bytes, "cp932") === character;
  known.set(character, same);
  return same;
}

/** The first character of a text that CP932 cannot hold, as it was typed; null when all can be written. */
export function findUnmappable(text: string): string | null {
  for (const character of text) if (!survives(toWindowsForms(character))) return character;
  return null;
}

/** The bytes of a text; throws for a character that CP932 does not have, so that none is ever replaced silently. */
export function encodeCp932(text: string): Buffer {
  const unmappable = findUnmappable(text);
  if (unmappable !== null) throw new RangeError(`CP932 has no U+${unmappable.codePointAt(0)!.toString(16)}`);
  return iconv.encode(toWindowsForms(text), "cp932");
}

/**
 * The text of bytes in CP932; null when they are none. The wave dash comes back as 〜 (U+301C), the form that Japanese
 * standards give it and in which texts are stored.
 */
export function decodeCp932(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("shift_jis", { fatal: true }).decode(bytes).replaceAll("～", "〜");
  } catch {
    return null;
  }
}
