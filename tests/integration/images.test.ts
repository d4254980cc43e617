import fs from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cleanImages } from "#app/domain/images/cleaning.store.server.ts";
import { imageUrl, MAX_IMAGES } from "#app/domain/images/rules.ts";
import { ImageStorageDown } from "#app/platform/image-storage.server.ts";
import { newId } from "#app/platform/random.ts";
import { findMissingImages, readCompanyImages, readShownPhotos } from "#app/domain/images/store.server.ts";
import { addImage, removeImage } from "#app/domain/images/upload.store.server.ts";
import { createCompany, createRevision, profileOf } from "#tests/support/builders/companies.ts";
import { jpegOf, jpegWithPlace } from "#tests/support/builders/images.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
});
afterAll(() => t.close());

const folder = () => path.join(t.town.env.dataDir, "images");

/** The names of all files that are kept. */
async function filesKept(): Promise<string[]> {
  const all = await fs.readdir(folder(), { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function newCompany(options: Parameters<typeof createCompany>[1] = {}) {
  const company = await createCompany(t.town, options);
  return { ...company, owner: { userId: company.member!.id, companyId: company.id } };
}

async function createUser(role: "student" | "staff") {
  const id = newId();
  return t.town.database.user.create({
    data: { id, email: `${id}@people.example`, name: "架空 さん", role, state: "active" },
  });
}

let hues = 0;
/** A picture that no other test has sent. */
const picture = (width = 400, height = 300) => jpegOf(width, height, (hues += 3));

async function addTo(owner: { userId: string; companyId: string }, bytes?: Uint8Array) {
  const added = await addImage(t.town, { ...owner, bytes: bytes ?? (await picture()) });
  if (!added.ok) throw new Error(added.error);
  const image = await t.town.database.companyImage.findUniqueOrThrow({ where: { id: added.imageId } });
  return { ...image, url: imageUrl(image.storageKey, image.width) };
}

type Sent = { name: string; bytes: Uint8Array<ArrayBuffer> };
function send(userId: string, files: Sent[], more: Record<string, string> = { intent: "add" }) {
  const body = new FormData();
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  for (const { name, bytes } of files) body.append("photos", new File([bytes], name));
  return site.request("/company/photos", { method: "POST", body, userId });
}

const show = (id: string, imageIds: string[]) =>
  t.town.database.companyRevision.updateMany({
    where: { companyId: id, state: "published" },
    data: { profile: profileOf({ photos: imageIds.map((imageId) => ({ imageId, alt: "旋盤" })) }) },
  });

describe("the company's desk for photographs", () => {
  test("takes several files and says of each that it refuses why", async () => {
    const { member, id } = await newCompany();
    const text = new TextEncoder().encode("<script>alert(1)</script>");
    const response = await send(member!.id, [
      { name: "工場.jpg", bytes: await picture() },
      { name: "<b>偽物</b>.jpg", bytes: text },
      { name: "大きい.png", bytes: new Uint8Array(10 * 1024 * 1024 + 1) },
    ]);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain("3枚のうち1枚を登録しました。");
    expect(page).toContain("&lt;b&gt;偽物&lt;/b&gt;.jpg");
    expect(page).toContain("中身がJPEG・PNG・WebPでないと登録できません。");
    expect(page).toContain("10MBを超えています。");
    expect(await t.town.database.companyImage.count({ where: { companyId: id } })).toBe(1);
  });

  test("takes the same file twice as one, and leads back when all went well", async () => {
    const { member, id } = await newCompany();
    const bytes = await picture();
    for (let time = 0; time < 2; time += 1) {
      const response = await send(member!.id, [{ name: "a.jpg", bytes }]);
      expect([response.status, response.headers.get("Location")]).toEqual([303, "/company/photos"]);
    }
    expect(await t.town.database.companyImage.count({ where: { companyId: id } })).toBe(1);
    const facts = await t.town.database.domainEvent.findMany({ where: { subjectId: id } });
    expect(facts.map(({ kind }) => kind)).toEqual(["company.image-added"]);
  });

  test("asks for a file when none was chosen", async () => {
    const { member } = await newCompany();
    const response = await send(member!.id, [{ name: "", bytes: new Uint8Array() }]);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("写真のファイルが選ばれていません。");
  });

  test("refuses 26 MB, and 2 MB from whoever may not enter", async () => {
    const { member } = await newCompany();
    const large = { name: "a.jpg", bytes: new Uint8Array(26 * 1024 * 1024) };
    expect((await send(member!.id, [large])).status).toBe(413);
    const student = await createUser("student");
    const middle = { name: "a.jpg", bytes: new Uint8Array(2 * 1024 * 1024) };
    expect((await send(student.id, [middle])).status).toBe(413);
    const elsewhere = { method: "POST", body: middle.bytes, userId: member!.id };
    expect((await site.request("/company/profile", elsewhere)).status).toBe(413);
  });

  test("keeps no place and no device of a photograph", async () => {
    const { owner } = await newCompany();
    const image = await addTo(owner, await jpegWithPlace());
    for (const width of image.widths) {
      const response = await site.request(imageUrl(image.storageKey, width), { userId: owner.userId });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.toString("latin1")).not.toMatch(/KAKUU|EXIF/);
    }
  });

  test("keeps at most its number, however many are sent at once, and no file of the others", async () => {
    const { owner, id } = await newCompany();
    const before = (await filesKept()).length;
    const files = await Promise.all(Array.from({ length: MAX_IMAGES + 3 }, () => picture(240, 240)));
    const results = await Promise.all(files.map((bytes) => addImage(t.town, { ...owner, bytes })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(MAX_IMAGES);
    expect(results.filter((result) => !result.ok && result.error === "full")).toHaveLength(3);
    expect(await t.town.database.companyImage.count({ where: { companyId: id } })).toBe(MAX_IMAGES);
    expect(await filesKept()).toHaveLength(before + MAX_IMAGES);
    expect(await (await send(owner.userId, [{ name: "a", bytes: await picture() }])).text()).toContain(
      `登録できるのは${MAX_IMAGES}枚までのため`,
    );
  });

  test("cannot be filled for another company", async () => {
    const [own, other] = [await newCompany(), await newCompany()];
    const mixed = { userId: own.owner.userId, companyId: other.id };
    const before = await filesKept();
    await expect(addImage(t.town, { ...mixed, bytes: await picture() })).rejects.toThrow();
    expect(await filesKept()).toEqual(before);
  });
});

describe("removing a photograph", () => {
  test("takes the row and the files", async () => {
    const { owner } = await newCompany();
    const image = await addTo(owner);
    const response = await send(owner.userId, [], { intent: "remove", imageId: image.id });
    expect(response.status).toBe(303);
    expect((await filesKept()).filter((name) => name.startsWith(image.storageKey))).toEqual([]);
    expect(await removeImage(t.town, { ...owner, imageId: image.id })).toEqual({
      ok: false,
      error: "not-found",
    });
  });

  test("is refused while the public page or a waiting version shows it, and allowed for a returned one", async () => {
    const { owner, id } = await newCompany();
    const image = await addTo(owner);
    await show(id, [image.id]);
    const profile = profileOf({ photos: [{ imageId: image.id, alt: "旋盤" }] });
    const waiting = await createRevision(t.town, { companyId: id, number: 2, profile });
    const remove = () => removeImage(t.town, { ...owner, imageId: image.id });
    expect(await remove()).toEqual({ ok: false, error: "in-use", publishedIn: 1, waitingIn: 2 });
    const page = await send(owner.userId, [], { intent: "remove", imageId: image.id });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("公開中のページ(第1版)に載っています");
    await show(id, []);
    expect(await remove()).toEqual({ ok: false, error: "in-use", publishedIn: null, waitingIn: 2 });
    const { database } = t.town;
    await database.companyRevision.update({ where: { id: waiting.id }, data: { state: "returned" } });
    expect(await remove()).toEqual({ ok: true });
  });

  test("of another company looks as if it did not exist", async () => {
    const [own, other] = [await newCompany(), await newCompany()];
    const image = await addTo(other.owner);
    const response = await send(own.owner.userId, [], { intent: "remove", imageId: image.id });
    expect(response.status).toBe(404);
    expect(await t.town.database.companyImage.count({ where: { id: image.id } })).toBe(1);
    const mine = await addTo(own.owner);
    const ids = { companyId: own.id, imageIds: [mine.id, image.id, "none"] };
    expect(await findMissingImages(t.town.database, ids)).toEqual([image.id, "none"]);
    const photos = ids.imageIds.map((imageId) => ({ imageId, alt: "x" }));
    const shown = await readShownPhotos(t.town, { companyId: own.id, photos });
    expect(shown.map(({ imageId }) => imageId)).toEqual([mine.id]);
    expect((await readCompanyImages(t.town, { companyId: own.id })).map(({ id }) => id)).toEqual([mine.id]);
  });
});

describe("a photograph's address", () => {
  test("answers its company and staff only, until a published page shows it and again after the company left", async () => {
    const { owner, id } = await newCompany();
    const stranger = await newCompany();
    const staff = await createUser("staff");
    const student = await createUser("student");
    const image = await addTo(owner);
    const statuses = async () => {
      const readers = [undefined, student.id, stranger.owner.userId, staff.id, owner.userId];
      const answers = await Promise.all(readers.map((userId) => site.request(image.url, { userId })));
      return answers.map(({ status }) => status);
    };
    const own = await site.request(image.url, { userId: owner.userId });
    expect(own.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await statuses()).toEqual([404, 404, 404, 200, 200]);
    const profile = profileOf({ photos: [{ imageId: image.id, alt: "旋盤" }] });
    await createRevision(t.town, { companyId: id, number: 2, profile });
    expect(await statuses()).toEqual([404, 404, 404, 200, 200]);
    await show(id, [image.id]);
    expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
    await t.town.database.company.update({ where: { id }, data: { withdrawnAt: t.town.clock.now() } });
    expect(await statuses()).toEqual([404, 404, 404, 200, 200]);
  });

  test("is kept by readers, signed in or not, and is not sent twice", async () => {
    const { owner, id } = await newCompany();
    const image = await addTo(owner);
    await show(id, [image.id]);
    for (const userId of [undefined, owner.userId]) {
      const response = await site.request(image.url, { userId });
      expect(response.headers.get("Content-Type")).toBe("image/webp");
      expect(response.headers.get("Cache-Control")).toBe("public, max-age=604800, immutable");
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
      expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get("Content-Length")));
      const headers = { "If-None-Match": response.headers.get("ETag")! };
      const again = await site.request(image.url, { userId, headers });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const head = await site.request(image.url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("that we never wrote leads nowhere", async () => {
    const { owner, id } = await newCompany();
    const image = await addTo(owner);
    await show(id, [image.id]);
    const key = image.storageKey;
    await fs.writeFile(path.join(t.town.env.dataDir, "secret"), "secret");
    for (const address of [
      `/media/${key}/641`,
      `/media/${key}/..%2F..%2Fsecret`,
      "/media/..%2F..%2Fsecret/640",
      "/media/%2e%2e%2f%2e%2e%2fsecret/640",
      `/media/${key.toUpperCase()}/${image.width}`,
      `/media/${"0".repeat(32)}/640`,
    ])
      expect([400, 404], address).toContain((await site.request(address)).status);
  });
});

describe("the daily clearing", () => {
  test("removes photographs that no version ever showed after thirty days, and only those", async () => {
    t.setNow("2026-09-01T03:00:00Z");
    const { owner, id } = await newCompany();
    const [unused, shownOnce, inDraft] = [await addTo(owner), await addTo(owner), await addTo(owner)];
    const old = profileOf({ photos: [{ imageId: shownOnce.id, alt: "旋盤" }] });
    await createRevision(t.town, { companyId: id, number: 2, state: "superseded", profile: old });
    await t.town.database.companyRevision.create({
      data: {
        id: `${id}-3`,
        companyId: id,
        number: 3,
        state: "draft",
        profile: { "photos.shown": [inDraft.id] },
      },
    });
    t.setNow("2026-09-30T03:00:00Z");
    const young = await addTo(owner);
    await cleanImages(t.town);
    expect(await t.town.database.companyImage.count({ where: { companyId: id } })).toBe(4);
    t.setNow("2026-10-01T03:00:01Z");
    expect((await cleanImages(t.town)).rows).toBe(1);
    const left = await t.town.database.companyImage.findMany({ where: { companyId: id } });
    expect(new Set(left.map((image) => image.id))).toEqual(new Set([shownOnce.id, inDraft.id, young.id]));
    expect(left.map((image) => image.id)).not.toContain(unused.id);
  });

  test("removes files of a process that ended before it wrote the row, but not while they are young", async () => {
    const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString();
    t.setNow(days(0));
    const { owner } = await newCompany();
    const image = await addTo(owner);
    const orphan = "f".repeat(32);
    for (const width of [320, 640])
      await t.town.images.put(`${orphan}-${width}.webp`, new Uint8Array([1]), "image/webp");
    const orphans = async () => (await filesKept()).filter((name) => name.startsWith(orphan));
    await cleanImages(t.town);
    expect(await orphans()).toHaveLength(2);
    t.setNow(days(2));
    await t.town.database.$transaction((tx) => t.town.jobs.enqueue(tx, "images.clean", {}));
    await t.runWaitingJobs();
    expect(await orphans()).toEqual([]);
    expect(await filesKept()).toContain(`${image.storageKey}-${image.width}.webp`);
    expect(await cleanImages(t.town)).toEqual({ rows: 0, pictures: 0 });
  });

  test("removes nothing when most files belong to another database", async () => {
    const letters = "0123456789abcdef";
    const strange = Array.from({ length: 200 }, (_, index) =>
      `${letters[index >> 4]}${letters[index & 15]}`.repeat(16).slice(0, 32),
    );
    for (const key of strange) await t.town.images.put(`${key}-320.webp`, new Uint8Array([1]), "image/webp");
    const before = (await filesKept()).length;
    expect(await cleanImages(t.town)).toEqual({ rows: 0, pictures: 0 });
    expect(await filesKept()).toHaveLength(before);
  });
});

test("a storage that fails half-way keeps nothing, and the same file can be sent again", async () => {
  const { owner, id } = await newCompany();
  const bytes = await picture(900, 600);
  const before = await filesKept();
  let puts = 0;
  const images = {
    ...t.town.images,
    put: (...facts: Parameters<typeof t.town.images.put>) => {
      if ((puts += 1) > 2) return Promise.reject(new ImageStorageDown("full"));
      return t.town.images.put(...facts);
    },
  };
  const failed = await addImage({ ...t.town, images }, { ...owner, bytes });
  expect([failed, puts]).toEqual([{ ok: false, error: "storage-down" }, 3]);
  expect(await filesKept()).toEqual(before);
  expect(await t.town.database.companyImage.count({ where: { companyId: id } })).toBe(0);
  expect(await addImage(t.town, { ...owner, bytes })).toMatchObject({ ok: true, isNew: true });
});

test("a storage that does not answer keeps nothing half, and pages say what to do", async () => {
  const own = await openTestTown({
    env: {
      IMAGE_S3_ENDPOINT: "http://127.0.0.1:9",
      IMAGE_S3_BUCKET: "photos",
      IMAGE_S3_REGION: "ap-northeast-1",
      IMAGE_S3_ACCESS_KEY_ID: "key",
      IMAGE_S3_SECRET_ACCESS_KEY: "secret",
    },
  });
  try {
    const { member } = await createCompany(own.town);
    const ownSite = await openTestSite(own.town);
    const body = new FormData();
    body.append("photos", new File([await picture()], "工場.jpg"));
    const response = await ownSite.request("/company/photos", { method: "POST", body, userId: member!.id });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("写真を保管する場所につながらないため");
    expect(await own.town.database.companyImage.count()).toBe(0);
  } finally {
    await own.close();
  }
});
