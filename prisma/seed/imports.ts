import { createHash } from "node:crypto";
import { proposeMapping } from "#app/domain/imports/mapping.ts";
import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import { STAFF_ID } from "./accounts/ids.ts";
import { stableId } from "./ids.ts";
import type { TownRows } from "./rows.ts";

const HEADERS = ["会社名", "カナ", "郵便番号", "住所", "TEL", "担当部署", "業種", "事業内容", "従業員数"];

/** A file as a chamber of commerce might send it: two new companies and one that needs a look. */
const LINES = [
  [
    "合同会社夕凪パッケージ",
    "ゴウドウガイシャユウナギパッケージ",
    "029-0803",
    "岩手県一関市千厩町字夕凪平18番地",
    "0191-00-7301",
    "業務課",
    "14",
    "お菓子や農産物を入れる箱の形を考え、紙を切って折り、印刷した箱に仕上げてお客様へ届けています。",
    "21人",
  ],
  [
    "株式会社胡蝶沢ソフト",
    "カブシキガイシャコチョウザワソフト",
    "021-0821",
    "岩手県一関市字胡蝶沢4番地",
    "0191-00-7302",
    "総務部",
    "情報サービス業",
    "市内の工場やお店で使う在庫や受注のしくみをつくり、使い方の説明から困りごとの相談まで受け持っています。",
    "14",
  ],
  [
    "有限会社糸桜縫製",
    "",
    "029-0523",
    "岩手県一関市大東町字糸桜77番地",
    "0191-00-7303",
    "総務",
    "縫いもの",
    "作業服と制服を、布の裁断から仕上げまで行っています。",
    "約30人",
  ],
];

/** One uploaded file whose columns wait to be assigned, so that staff of the demo can try the rest. */
export function addImport(rows: TownRows, today: CivilDate): void {
  const id = stableId("import", "first");
  rows.importRun.push({
    id,
    state: "uploaded",
    fileName: "商工団体からの企業一覧.csv",
    fileHash: createHash("sha256").update(JSON.stringify(LINES)).digest("hex"),
    encoding: "cp932",
    headers: HEADERS,
    mapping: proposeMapping(HEADERS),
    rowCount: LINES.length,
    createdById: STAFF_ID,
    createdAt: jst(addDays(today, -1), "16:20"),
  });
  LINES.forEach((cells, index) => rows.importRow.push({ runId: id, number: index + 2, cells }));
}
