import { describe, expect, test } from "vitest";
import {
  allowedEdits,
  fold,
  foldSentence,
  latinRuns,
  loosen,
  pairPhrase,
  pairTokens,
  withoutLegalForm,
} from "./analysis.ts";
import { closestPart } from "./edit-distance.ts";
import { excerpt, foldWithPlaces, matchedRanges } from "./highlight.ts";
import { industryGroup, industryMiddleCode } from "./industries.ts";
import { parseText, splitWord } from "./query-words.ts";
import { plainSpelling } from "./plain-spelling.ts";
import { continuationsOfN, repairsOf, romajiToKana } from "./romaji.ts";
import { variants } from "./variants.ts";

describe("folding", () => {
  test.each([
    ["カナガタ", "かながた"],
    ["ｶﾅｶﾞﾀ", "かながた"],
    ["ＣＡＤ／ＣＡＭ", "cadcam"],
    ["髙橋", "高橋"],
    ["渡邉", "渡辺"],
    ["齊藤", "斎藤"],
    ["佐々木", "佐佐木"],
    ["キャップ", "きやつぷ"],
    ["コーヒー", "こおひい"],
    ["サ－バ", "さあば"],
    ["ヴァイオリン", "ばいおりん"],
    ["霞ヶ丘", "霞が丘"],
    ["霞ケ丘", "霞が丘"],
    ["C++ と C#", "c++とc#"],
    ["㈱あおば", "株あおば"],
    ["Café", "cafe"],
    ["ゔぁいおりん", "ばいおりん"],
    ["辻\u{e0100}本", "辻本"],
    ["🎉", ""],
  ])("%s becomes %s", (text, folded) => expect(fold(text)).toBe(folded));

  test("a folded text folds to itself", () => {
    for (const text of ["株式会社デザイン・ラボきらり", "コーヒー豆の販売", "ﾌﾟﾚｽ加工 3D-CAD"])
      expect(fold(fold(text))).toBe(fold(text));
  });

  test("a sentence keeps its breaks as single spaces", () => {
    expect(foldSentence("米と、野菜。  （有機）")).toBe("米と 野菜 有機");
  });

  test("long vowels can be left out", () => {
    expect(loosen(fold("こうぎょう"))).toBe(fold("こぎょ"));
    expect(loosen(fold("オオサカ"))).toBe("おさか");
    expect(loosen(fold("うんゆ"))).toBe("うんゆ");
  });

  test("no variant kanji leads to another variant", () => {
    for (const base of variants.values()) expect(variants.has(base)).toBe(false);
  });

  test("legal forms are left out of names, but a name of nothing else stays", () => {
    expect(withoutLegalForm("株式会社あおば精密")).toBe("あおば精密");
    expect(withoutLegalForm("㈱あおば精密")).toBe("あおば精密");
    expect(withoutLegalForm("カブシキガイシャアオバ")).toBe("アオバ");
    expect(withoutLegalForm("株式会社")).toBe("株式会社");
  });
});

describe("tokens", () => {
  test("pairs overlap and the last character stands alone", () => {
    expect(pairTokens("金型 米")).toBe("金型 型 米");
    expect(pairTokens("𩸽寿司")).toBe("𩸽寿 寿司 司");
  });

  test("one character finds all pairs it begins, a word finds its pairs in a row", () => {
    expect(pairPhrase("健")).toBe('"健"*');
    expect(pairPhrase("自動車")).toBe('"自動 動車"');
  });

  test("latin runs are whole words", () => {
    expect(latinRuns("3D-CADとＩＴ")).toEqual(["3d", "cad", "it"]);
  });
});

describe("romaji", () => {
  test.each([
    ["ichinoseki", "いちのせき"],
    ["itinoseki", "いちのせき"],
    ["shimbun", "しんぶん"],
    ["sinbun", "しんぶん"],
    ["nippon", "にっぽん"],
    ["kyouwa", "きょうわ"],
    ["tsubame", "つばめ"],
    ["jidousha", "じどうしゃ"],
    ["zidousya", "じどうしゃ"],
    ["kōgyō", "こぎょ"],
    ["ohno", "おの"],
  ])("%s is %s", (word, kana) => expect(romajiToKana(word)?.kana[0]).toBe(kana));

  test("an n before a vowel is read both ways", () => {
    expect(romajiToKana("unyu")?.kana).toEqual(["うにゅ", "うんゆ"]);
    expect(romajiToKana("kenichi")?.kana).toContain("けんいち");
  });

  test("a half-typed syllable is known as such, and other words are no romaji", () => {
    expect(romajiToKana("kanag")).toMatchObject({ unfinished: true });
    expect(romajiToKana("kanag")?.kana).toEqual(expect.arrayContaining(["かなが", "かなぎ", "かなぎょ"]));
    expect(continuationsOfN("kan")).toContain("かに");
    expect(romajiToKana("xml2")).toBeNull();
    expect(romajiToKana("金型")).toBeNull();
  });
});

test("a slip in romaji is put right where the word cannot be read", () => {
  expect(repairsOf("iwaigwa")).toContain("いわいがわ");
  expect(repairsOf("iwaigawa")).toEqual([]);
});

describe("words in one spelling", () => {
  test.each([
    ["子供に関わる", "子どもとかかわる"],
    ["アプリを作る", "アプリをつくる"],
    ["物作り", "ものづくり"],
    ["車を直す", "車をなおす"],
  ])("%s is looked up as %s", (one, other) =>
    expect(plainSpelling(fold(one))).toBe(plainSpelling(fold(other))),
  );
});

describe("spelling distance", () => {
  test("counts wrong, missing, extra and swapped characters inside a longer text", () => {
    expect(closestPart("かなかた", "たかはしかながたせいさく", 1)).toEqual({
      edits: 1,
      start: 4,
      end: 8,
    });
    expect(closestPart("せみつ", "あおばせいみつ", 1)?.edits).toBe(1);
    expect(closestPart("せいいみつ", "あおばせいみつ", 1)?.edits).toBe(1);
    expect(closestPart("せみいつ", "せいみつ", 1, true)?.edits).toBe(1);
    expect(closestPart("かながわ", "せいみつ", 1)).toBeNull();
  });

  test("short words and words with kanji are never corrected", () => {
    expect([
      allowedEdits("かた"),
      allowedEdits("かなかた"),
      allowedEdits("いちのせきせい"),
      allowedEdits("いちのせきせいみ"),
    ]).toEqual([0, 1, 1, 2]);
    expect(allowedEdits("金型製作所")).toBe(0);
  });
});

describe("query words", () => {
  const words = (text: string) => parseText(text).words.map(({ folded }) => folded);

  test("spaces and punctuation separate, filler words and legal forms go", () => {
    expect(words("金型、　室根の会社")).toEqual(["金型", "室根"]);
    expect(words("株式会社 あおば")).toEqual(["あおば"]);
    expect(words("仕事")).toEqual(["仕事"]);
    expect(words(" 　")).toEqual([]);
  });

  test("a pasted novel is cut", () => {
    expect([...parseText("長".repeat(10_000)).text]).toHaveLength(100);
    expect(parseText("あ い う え お か き く け こ さ し").words.length).toBeLessThanOrEqual(8);
  });

  test("endings and wishes lead to what is meant", () => {
    expect(words("お菓子をつくる仕事がしたい")[0]).toBe(fold("お菓子をつくる"));
    expect(words("大工さんになりたい")).toEqual(["大工"]);
    expect(words("ゲームをつくりたい")).toEqual([fold("ゲームをつくる")]);
    expect(parseText("本にかかわる仕事").words[0]?.isTopic).toBe(true);
  });

  test("a sentence is split into known words", () => {
    const parts = (text: string) => splitWord(parseText(text).words[0]!).map(({ text: part }) => part);
    expect(parts("金型の設計")).toEqual(["金型", "設計"]);
    expect(parts("いちのせきかながた")).toEqual(["いちのせき", "かながた"]);
  });
});

describe("places", () => {
  test("a match is marked in the original spelling, half-width sounds included", () => {
    const text = "㈲ｶﾞﾗｽ髙橋";
    const ranges = matchedRanges(foldWithPlaces(text, ""), ["がらす", "高橋"]);
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(["ｶﾞﾗｽ髙橋"]);
  });

  test("an abbreviation is marked only as a word of its own", () => {
    expect(matchedRanges(foldWithPlaces("fit IT", " "), ["it"])).toEqual([[4, 6]]);
  });

  test("a long text is shortened around the match", () => {
    const long = `${"あ".repeat(100)}金型${"い".repeat(100)}`;
    const short = excerpt(long, [[100, 102]]);
    expect(short.text.length).toBeLessThan(90);
    expect(short.ranges.map(([from, to]) => short.text.slice(from, to))).toEqual(["金型"]);
  });
});

test("industry codes are understood in every spelling", () => {
  expect(["24", "E24", "E", "2411", "85", ""].map(industryGroup)).toEqual(["E", "E", "E", "E", "P", ""]);
  expect(["24", "E24", "E", "2411"].map(industryMiddleCode)).toEqual(["24", "24", "", "24"]);
});
