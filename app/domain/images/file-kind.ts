import type { ImageRefusal } from "./rules.ts";

export type FileKind = { format: "jpeg" | "png" | "webp" } | { refusal: ImageRefusal };

/**
 * What a file is, judged by its first bytes and never by its name. Pictures of several frames are recognised here too,
 * because a decoder would quietly take the first.
 */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return { refusal: "empty" };
  const text = latin(bytes, 0, 16);
  if (text.startsWith("\xff\xd8\xff")) return { format: "jpeg" };
  if (text.startsWith("\x89PNG\r\n\x1a\n"))
    return hasChunkBefore(bytes, "acTL", "IDAT") ? { refusal: "animated" } : { format: "png" };
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP")
    return isAnimatedWebp(bytes) ? { refusal: "animated" } : { format: "webp" };
  if (text.startsWith("GIF8")) return { refusal: "gif" };
  if (text.slice(4, 8) === "ftyp") return { refusal: isHeif(text.slice(8, 12)) ? "heic" : "kind" };
  return { refusal: looksLikeSvg(bytes) ? "svg" : "kind" };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}

/** The brands of the formats in which telephones keep photographs (HEIF with its codecs). */
function isHeif(brand: string): boolean {
  return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"].includes(brand);
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1000)).replaceAll("\0", "").toLowerCase();
  return head.includes("<svg") || (/^\s*<\?xml/.test(head) && head.includes("svg"));
}

/** Walks a PNG's chunks (length, name, content, checksum) up to the one that ends the search. */
function hasChunkBefore(bytes: Uint8Array, wanted: string, end: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = latin(bytes, at + 4, at + 8);
    if (name === wanted) return true;
    if (name === end) return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}

/** The extended header of a WebP says in its second bit whether it moves. */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  return latin(bytes, 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 0x02) !== 0;
}
