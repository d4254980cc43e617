import { createHash } from "node:crypto";
import type { CompanyProfile, Photo } from "#app/domain/companies/schema.ts";
import { processImage, type ProcessedImage } from "#app/domain/images/processing.server.ts";
import { fileKey } from "#app/domain/images/rules.ts";
import type { ImageStorage } from "#app/platform/image-storage.server.ts";
import { companyUserOf } from "../accounts/ids.ts";
import { stableId } from "../ids.ts";
import type { TownRows } from "../rows.ts";
import { DEMO_COMPANY, PENDING_COMPANY, RETURNED_COMPANY } from "./cohorts.ts";
import { drawScene, type Scene } from "./illustrations.ts";

type Picture = { slug: string; scene: Scene; hue: number; alt: string };

const PICTURES: readonly Picture[] = [
  {
    slug: DEMO_COMPANY,
    scene: "lathe",
    hue: 205,
    alt: "窓の明るい工場で、作業帽の社員が旋盤の前に立ち、削り終えた部品を手に取っている(イラスト)",
  },
  {
    slug: DEMO_COMPANY,
    scene: "meeting",
    hue: 205,
    alt: "朝の打合せ。三人が机を囲み、図面を見ながら話している(イラスト)",
  },
  {
    slug: DEMO_COMPANY,
    scene: "canteen",
    hue: 205,
    alt: "窓から山が見える社員食堂で、四人が並んで定食を食べている(イラスト)",
  },
  {
    slug: DEMO_COMPANY,
    scene: "building",
    hue: 205,
    alt: "山を背にした、のこぎり屋根の工場と事務所の外観(イラスト)",
  },
  {
    slug: PENDING_COMPANY,
    scene: "desk",
    hue: 265,
    alt: "開発室の机で、二人が一つの画面に向かって話し合っている(イラスト)",
  },
  {
    slug: RETURNED_COMPANY,
    scene: "care",
    hue: 20,
    alt: "日の入る居室で、職員がいすに座った利用者に声をかけている(イラスト)",
  },
  {
    slug: "tsukimachizaka-kanagatakougyou",
    scene: "lathe",
    hue: 150,
    alt: "金型を仕上げる工作機械の前に、社員が立っている(イラスト)",
  },
];

/**
 * Draws the demo town's pictures, keeps them the way uploads are kept and writes them into the rows: the pictures
 * themselves and the published profiles that show them. Their keys are the same in every run, so a seeding that was
 * interrupted leaves nothing that the next one does not replace.
 */
export async function addPhotos(rows: TownRows, images: ImageStorage): Promise<void> {
  const drawn = await Promise.all(PICTURES.map(async (picture) => ({ picture, image: await draw(picture) })));
  const shown = new Map<string, Photo[]>();
  for (const [index, { picture, image }] of drawn.entries()) {
    const { slug, scene, alt } = picture;
    const key = `${slug}/${scene}`;
    const company = rows.company.find((row) => row.slug === slug);
    if (!company) throw new Error(`there is no company ${slug}`);
    const storageKey = createHash("sha256").update(`photo/${key}`).digest("hex").slice(0, 32);
    for (const { width, bytes } of image.copies)
      await images.put(fileKey(storageKey, width), bytes, "image/webp");
    const id = stableId("image", key);
    rows.companyImage.push({
      id,
      companyId: company.id,
      storageKey,
      contentHash: createHash("sha256").update(key).digest("hex"),
      width: image.width,
      height: image.height,
      widths: image.copies.map(({ width }) => width),
      // A minute apart, so that the desk shows them in this order.
      createdAt: new Date((company.createdAt as Date).getTime() + index * 60_000),
      createdById: companyUserOf(slug),
    });
    shown.set(company.id, [...(shown.get(company.id) ?? []), { imageId: id, alt }]);
  }
  for (const revision of rows.companyRevision) {
    const photos = shown.get(revision.companyId);
    if (photos && ["published", "submitted"].includes(revision.state))
      revision.profile = { ...(revision.profile as CompanyProfile), photos };
  }
}

async function draw({ scene, hue }: Picture): Promise<ProcessedImage> {
  const { default: sharp } = await import("sharp");
  const bytes = await sharp(Buffer.from(drawScene(scene, hue)))
    .jpeg({ quality: 92 })
    .toBuffer();
  const image = await processImage(new Uint8Array(bytes));
  if (!image.ok) throw new Error(`the scene ${scene} was refused: ${image.refusal}`);
  return image;
}
