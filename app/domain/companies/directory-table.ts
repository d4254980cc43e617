import type { DirectoryEntry } from "./directory.store.server.ts";

/** Headers are a format that other programs read: one that was published stays. */
const COLUMNS: readonly [header: string, cell: (entry: DirectoryEntry, publicUrl: string) => string][] = [
  ["企業名", ({ name }) => name],
  ["フリガナ", ({ nameKana }) => nameKana],
  ["地域", ({ area }) => area],
  ["所在地", ({ address }) => address],
  ["業種コード", ({ industryCode }) => industryCode],
  ["業種名", ({ industryName }) => industryName],
  ["技術", (entry) => listOf(entry.technology, entry.moreTechnologies)],
  ["設備", (entry) => listOf(entry.equipment, entry.moreEquipment)],
  ["製品・サービス", ({ products }) => products.join("、")],
  ["認証・認定", ({ certifications }) => certifications.join("、")],
  ["従業員数", ({ employeeCount }) => (employeeCount === null ? "" : String(employeeCount))],
  ["基準日", ({ asOf }) => asOf],
  ["問い合わせ先の部署", ({ contactDepartment }) => contactDepartment],
  ["電話番号", ({ phone }) => phone],
  ["ウェブサイト", ({ website }) => website],
  ["ページ", ({ slug }, publicUrl) => `${publicUrl}/companies/${slug}`],
];

function listOf(said: string, more: string[]): string {
  return [said, ...more].filter(Boolean).join("、");
}

/** The directory as rows of a table, the header first. */
export function directoryTable(entries: readonly DirectoryEntry[], publicUrl: string): string[][] {
  return [
    COLUMNS.map(([header]) => header),
    ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry, publicUrl))),
  ];
}
