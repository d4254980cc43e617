import { kindNames } from "#app/locales/ja/events.ts";

/**
 * One dated run of an event as open data tells it. A session is a row of the table: the standard gives a row one first
 * and one last day with one time each, and sessions of an event have their own.
 */
export type EventRecord = {
  /** Stays the same while the session is there. */
  id: string;
  title: string;
  titleKana: string;
  /** YYYY-MM-DD in JST. */
  startDate: string;
  endDate: string;
  /** HH:MM in JST. */
  startTime: string;
  endTime: string;
  state: "published" | "cancelled" | "postponed";
  stateNote: string;
  previousStart: string;
  summary: string;
  contactName: string;
  contactPhone: string;
  organizer: string;
  venue: string;
  address: string;
  latitude: number | null;
  longitude: number | null;
  access: string;
  parking: string;
  /** Null where no seats are given out. */
  capacity: number | null;
  /** Empty where no registration is needed. */
  closesDate: string;
  closesTime: string;
  registration: string;
  url: string;
  note: string;
  kind: keyof typeof kindNames;
};

/** What a column holds; the validator and readers' programs go by it. */
export type ColumnType = "text" | "number" | "date" | "time" | "coordinate" | "url" | "category";

export type EventColumn = {
  header: string;
  required: boolean;
  type: ColumnType;
  of: (record: EventRecord) => string;
};

/** 一関市's code of 全国地方公共団体コード, with its check digit. */
export const LOCAL_GOVERNMENT = { code: "032093", prefecture: "岩手県", city: "一関市" } as const;

const text = (of: EventColumn["of"], header: string, required = false): EventColumn => ({
  header,
  required,
  type: "text",
  of,
});

/**
 * イベント一覧 of 推奨データセット(基本編), in its order, with the columns カテゴリー and 区 that cities add at the end. What the
 * portal does not know stays empty; a city without wards leaves 区 empty.
 */
const RECOMMENDED: readonly EventColumn[] = [
  text(() => LOCAL_GOVERNMENT.code, "都道府県コード又は市区町村コード", true),
  text(({ id }) => id, "NO", true),
  text(() => LOCAL_GOVERNMENT.prefecture, "都道府県名", true),
  text(() => LOCAL_GOVERNMENT.city, "市区町村名", true),
  text(({ title }) => title, "イベント名", true),
  text(({ titleKana }) => titleKana, "イベント名_カナ"),
  text(() => "", "イベント名_英語"),
  { header: "開始日", required: true, type: "date", of: ({ startDate }) => startDate },
  { header: "終了日", required: true, type: "date", of: ({ endDate }) => endDate },
  { header: "開始時間", required: true, type: "time", of: ({ startTime }) => startTime },
  { header: "終了時間", required: true, type: "time", of: ({ endTime }) => endTime },
  text(specialNote, "開始日時特記事項"),
  text(({ summary }) => summary, "説明", true),
  { header: "料金(基本)", required: false, type: "number", of: () => "0" },
  text(() => "無料", "料金(詳細)"),
  text(({ contactName }) => contactName, "連絡先名称"),
  text(({ contactPhone }) => contactPhone, "連絡先電話番号"),
  text(() => "", "連絡先内線番号"),
  text(({ organizer }) => organizer, "主催者"),
  text(({ venue }) => venue, "場所名称", true),
  text(({ address }) => address || "オンライン", "住所", true),
  text(() => "", "方書"),
  { header: "緯度", required: false, type: "coordinate", of: ({ latitude }) => coordinate(latitude) },
  { header: "経度", required: false, type: "coordinate", of: ({ longitude }) => coordinate(longitude) },
  text(({ access }) => access, "アクセス方法"),
  text(({ parking }) => parking, "駐車場情報"),
  { header: "定員", required: false, type: "number", of: ({ capacity }) => capacity?.toString() ?? "" },
  { header: "参加申込終了日", required: false, type: "date", of: ({ closesDate }) => closesDate },
  { header: "参加申込終了時間", required: false, type: "time", of: ({ closesTime }) => closesTime },
  text(({ registration }) => registration, "参加申込方法"),
  { header: "URL", required: true, type: "url", of: ({ url }) => url },
  text(({ note }) => note, "備考"),
  { header: "カテゴリー", required: true, type: "category", of: ({ kind }) => kindNames[kind] },
  text(() => "", "区"),
];

/**
 * The forms in which the list is offered, by version. A later edition of the standard is another entry; the address
 * `?version=` chooses, and the first stays for those who read it.
 */
export const EVENT_TABLES = {
  "1": { name: "推奨データセット(基本編)イベント一覧", columns: RECOMMENDED },
} as const;

export type EventTableVersion = keyof typeof EVENT_TABLES;
export const LATEST_EVENT_TABLE: EventTableVersion = "1";

/** The version that an address asks for; null for one that there is not. */
export function readTableVersion(params: URLSearchParams): EventTableVersion | null {
  const asked = params.get("version") ?? LATEST_EVENT_TABLE;
  return Object.hasOwn(EVENT_TABLES, asked) ? (asked as EventTableVersion) : null;
}

export function eventTableHeader(version: EventTableVersion): string[] {
  return EVENT_TABLES[version].columns.map(({ header }) => header);
}

export function eventTableRow(version: EventTableVersion, record: EventRecord): string[] {
  return EVENT_TABLES[version].columns.map((column) => column.of(record));
}

function specialNote({ state, stateNote, previousStart }: EventRecord): string {
  if (state === "cancelled") return ["中止になりました。", stateNote].filter(Boolean).join("");
  if (state === "postponed") return ["延期になりました。新しい日時は決まっていません。", stateNote].join("");
  return previousStart ? `日程が変わりました(変更前:${previousStart})。` : "";
}

/** Decimal degrees with at most six places, some ten centimetres. */
function coordinate(degrees: number | null): string {
  return degrees === null ? "" : String(Math.round(degrees * 1e6) / 1e6);
}
