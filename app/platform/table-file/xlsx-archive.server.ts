import zlib from "node:zlib";

/** What all parts of a workbook may unpack to: a file of 10 MB of honest text stays far below. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_ENTRIES = 2000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

export type Archive = { ok: true; parts: Map<string, Buffer> } | { ok: false; error: "broken" | "too-large" };

/**
 * Unpacks the XML parts of a ZIP archive. What an entry really unpacks to is counted, whatever its header says, so that a
 * small file that would fill the memory is refused.
 */
export function unpackXml(bytes: Buffer): Archive {
  try {
    return unpack(bytes);
  } catch (error) {
    const tooLarge = (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    return { ok: false, error: tooLarge ? "too-large" : "broken" };
  }
}

function unpack(bytes: Buffer): Archive {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return { ok: false, error: "broken" };
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return { ok: false, error: "too-large" };
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  let left = MAX_UNPACKED_BYTES;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return { ok: false, error: "broken" };
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (/\.xml(\.rels)?$/.test(name)) {
      const content = unpackEntry(bytes, at, left);
      if (!content || parts.has(name)) return { ok: false, error: "broken" };
      // The header's size is what other readers reserve memory for.
      if (bytes.readUInt32LE(at + 24) !== content.length) return { ok: false, error: "broken" };
      parts.set(name, content);
      left -= content.length;
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { ok: true, parts };
}

function unpackEntry(bytes: Buffer, at: number, left: number): Buffer | null {
  const method = bytes.readUInt16LE(at + 10);
  const packedSize = bytes.readUInt32LE(at + 20);
  const header = bytes.readUInt32LE(at + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === 8) return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  if (method !== 0) return null;
  if (packed.length > left) throw Object.assign(new Error("too large"), { code: "ERR_BUFFER_TOO_LARGE" });
  return packed;
}
