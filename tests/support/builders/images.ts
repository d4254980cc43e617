import zlib from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture with some structure in it, so that it compresses like a photograph and not like a wall. */
export function drawPicture(width = 900, height = 600, hue = 200): Sharp {
  const stripes = Array.from(
    { length: 12 },
    (_, index) =>
      `<rect x="${(index * width) / 12}" y="${((index * 37) % 100) / 2}%" width="${width / 14}" height="50%" fill="hsl(${hue + index * 9} 60% ${30 + index * 4}%)"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 30% 80%)"/>${stripes.join("")}</svg>`;
  return sharp(Buffer.from(svg));
}

export async function jpegOf(
  width?: number,
  height?: number,
  hue?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await drawPicture(width, height, hue).jpeg().toBuffer());
}

/** A photograph that tells where it was taken and with what, and that lies on its side. */
export async function jpegWithPlace(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await drawPicture(800, 500)
    .withExif({
      IFD0: { Make: "KAKUU-CAMERA", Copyright: "Kakuu Taro" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "38/1 55/1 0/1", GPSLongitudeRef: "E" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return new Uint8Array(bytes);
}

/** A PNG of a few kilobytes that unpacks to this many pixels. */
export function pngBomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = Math.ceil(width / 8) + 1;
  const pixels = zlib.deflateSync(Buffer.alloc(row * height), { level: 9 });
  return png(["IHDR", header], ["IDAT", pixels], ["IEND", Buffer.alloc(0)]);
}

/** A PNG that moves: the control chunk of its animation stands before the pixels. */
export async function animatedPng(): Promise<Uint8Array<ArrayBuffer>> {
  const still = await drawPicture(300, 300).png().toBuffer();
  const control = chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  return new Uint8Array(Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]));
}

export async function animatedWebp(): Promise<Uint8Array<ArrayBuffer>> {
  const frames = await Promise.all([10, 120].map((hue) => drawPicture(300, 300, hue).png().toBuffer()));
  return new Uint8Array(
    await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  );
}

function png(...chunks: [string, Buffer][]): Uint8Array<ArrayBuffer> {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, ...chunks.map(([name, content]) => chunk(name, content))]));
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, sum]);
}
