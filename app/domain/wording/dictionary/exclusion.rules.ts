import type { WordingRule } from "../row.rules.ts";

const DISABILITY = {
  subject: "exclusion",
  level: "block",
  law: "障害者雇用促進法 第34条",
  validFrom: "2016-04-01",
} as const;

const NATIONALITY = {
  subject: "exclusion",
  level: "block",
  law: "職業安定法 第3条、公正な採用選考の基本",
  validFrom: "1999-12-01",
} as const;

const OUTDATED = {
  subject: "outdated",
  level: "hint",
  law: "事務局の用字用語の目安",
  validFrom: "2002-03-01",
  takenBackBy: "word",
} as const;

const REFUSED =
  "(?:不可|お?断り(?!し?ません)|ご?遠慮(?!なく)|応募(?:は)?できません|(?:採用|雇用)(?:は)?(?:し(?:ません|ていません|ておりません|ない)|できません|不可)|(?:採用|雇用|募集|受け入れ)[はをも]?(?:行っ|し|いたし|でき)(?:てい|ており)?ません|採れません|(?:受け入れ|受け付け)(?:て(?:い|おり)?ません|ません|られません|できません)|対象外|ng)";

/** Who is kept out, and words that have had their day. */
export const EXCLUSION_RULES: readonly WordingRule[] = [
  {
    ...NATIONALITY,
    id: "exclusion-foreigners",
    title: "外国人の応募お断りなど",
    pattern: `(?:外国(?:人|籍|出身)|外人|海外出身)(?:の?(?:方々?|人|者))?(?:の?(?:応募|採用|入社|雇用))?[はもを、]{0,2}[^。、\\n]{0,4}?${REFUSED}`,
    note: "国籍を理由に応募を断ることは、就職差別にあたります。",
    replacement: "国籍を問いません(在留資格で就ける仕事かは採用のときに確認します)",
    takenBackBy: "word",
  },
  {
    ...NATIONALITY,
    id: "exclusion-japanese-only",
    title: "日本国籍の方に限るなど",
    pattern:
      "日本(?:国籍|人)(?:を有する|の)?(?:方|人|者)?[はに]?(?:のみ|限定|に限|であること|だけ)|国籍(?:は|:)日本",
    note: "国籍を応募の条件にすることは、就職差別にあたります。",
    replacement: "国籍を問いません",
  },
  {
    ...NATIONALITY,
    id: "exclusion-japanese-wanted",
    title: "日本人スタッフ募集など",
    level: "warn",
    pattern:
      "日本人(?:の?(?:スタッフ|社員|従業員|方))?[をが]?(?:募集|歓迎|希望|求め|急募|優先)|日本語[をが](?:母語|母国語)(?:と(?:する|して)|の)",
    note: "日本人だけを求めていると読まれます。",
    replacement: "必要な日本語の力を具体的に(例:お客様と電話で話せる方)",
  },
  {
    ...DISABILITY,
    id: "exclusion-disability",
    title: "障害のある方の応募お断りなど",
    pattern: `(?:障(?:害|がい|碍)(?:者|の(?:ある|有る)(?:方々?|人)?|(?:者?手帳)?をお持ちの方|をもつ方)?|車(?:いす|椅子)(?:利用|使用)?(?:の?(?:方|人|者))?)(?:の?(?:応募|採用|雇用))?[はもを、]{0,2}[^。、\\n]{0,4}?${REFUSED}`,
    note: "障害を理由に募集・採用で差別することは禁じられています。",
    replacement: "配慮が必要な方は、学校や支援機関を通してご相談ください",
    takenBackBy: "word",
  },
  {
    ...DISABILITY,
    id: "exclusion-illness",
    title: "持病のない方など病気を条件にする",
    law: "公正な採用選考の基本(合理的な必要のない健康の条件)",
    pattern:
      "(?:精神疾患|うつ病|てんかん|持病|既往症?|病歴|色覚異常|腰痛)(?:など)?(?:の(?:既往|病歴|経験))?(?:歴)?(?:[のが]?(?:ない|無い)(?:方|人|こと)|(?:のある方|の方)?[はも]?(?:不可|ご?遠慮|お?断り))",
    note: "病気やその経歴を応募の条件にすることは、就職差別につながります。",
    replacement: "仕事に必要な動作を具体的に(例:20kgの袋を1日30回運びます)",
    takenBackBy: "word",
  },
  {
    ...DISABILITY,
    id: "exclusion-healthy",
    title: "心身ともに健康な方など",
    level: "warn",
    law: "公正な採用選考の基本",
    pattern:
      "(?:心身|身体)(?:とも)?(?:に)?(?:健康|健全|健やか)な(?:方|人|男女)|健康に自信のある(?:方|人)|健康な(?:方|人)(?:に限|のみ|を(?:募集|求))|五体満足|障(?:害|がい)[のが](?:ない|無い)(?:方|人)|健常者",
    note: "健康であることを一律の条件にすると、障害や病気のある方を除くことになります。",
    replacement: "仕事に必要な動作を具体的に(例:立ち仕事が1日6時間あります)",
  },
  {
    ...OUTDATED,
    id: "outdated-job-names",
    title: "保母、看護婦、スチュワーデスなど前の職名",
    pattern:
      "保母|看護婦|助産婦|保健婦|スチュワーデス|スチュワード|看護士(?!さん?だった)|婦人警官|(?<!老)寮母",
    note: "いまは別の職名を使います。",
    replacement: "保育士、看護師、助産師、保健師、客室乗務員、警察官、寮の管理人",
    exceptions: ["寮母(?:さん)?"],
  },
  {
    ...OUTDATED,
    id: "outdated-foreigner",
    title: "外人",
    exceptionNote: "「外人墓地」など決まった名前",
    pattern: "外人(?!部隊|墓地)",
    note: "よそ者という響きがあります。",
    replacement: "外国人、海外からのお客様",
  },
  {
    ...OUTDATED,
    id: "outdated-parents",
    title: "父兄",
    pattern: "父兄",
    note: "母親やほかの保護者を含まない言い方です。",
    replacement: "保護者",
  },
  {
    ...OUTDATED,
    id: "outdated-girls",
    title: "職場の女の子、女史など",
    pattern:
      "(?:部下|事務|会社|職場|受付|うち|新人|後輩|経理)の(?:女の子|女子社員|おばさん|おばちゃん|おじさん)|(?:給食|掃除)の?おばさん|人夫|女史|女流(?:経営者|社長)",
    note: "働く人を軽く見た言い方と受け取られます。",
    replacement: "社員、職員、(役職名)",
  },
  {
    ...OUTDATED,
    id: "outdated-disability-words",
    title: "痴呆、身障者など前の言い方",
    pattern: "びっこ|つんぼ|おし(?=の(?:人|方))|めくら|精神薄弱|精神分裂病|痴呆(?:症|老人)|特殊学級|身障者",
    note: "差別の響きがある、または使われなくなった語です。",
    replacement: "障害の内容を表す今の語(知的障害、統合失調症、認知症、特別支援学級)",
  },
];
