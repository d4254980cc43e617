/** The municipalities that HelloWork 一関 serves (ハローワーク一関の管轄), and old ones that are part of them today. */
const JURISDICTION: readonly { name: string; formerly: readonly string[] }[] = [
  {
    name: "一関市",
    formerly: [
      "花泉町",
      "大東町",
      "千厩町",
      "東山町",
      "室根町",
      "室根村",
      "川崎村",
      "藤沢町",
      "西磐井郡花泉町",
      "東磐井郡大東町",
      "東磐井郡千厩町",
      "東磐井郡東山町",
      "東磐井郡室根村",
      "東磐井郡川崎村",
      "東磐井郡藤沢町",
    ],
  },
  { name: "平泉町", formerly: ["西磐井郡平泉町"] },
];

export const JURISDICTION_MUNICIPALITIES: readonly string[] = JURISDICTION.map(({ name }) => name);

/** True for a municipality inside the jurisdiction. */
export function isInJurisdiction(municipality: string): boolean {
  return JURISDICTION_MUNICIPALITIES.includes(municipality);
}

const OWN_PREFECTURE = /^岩手県/;
const PREFECTURE = /^(東京都|北海道|(?:京都|大阪)府|[^都道府県市区町村]{2,3}県)/;

/**
 * The municipality that somebody meant by 「岩手県一関市千厩町」, 「千厩町」 or 「北上市」. A place of the jurisdiction is
 * recognised with or without what follows; other places must end in 市, 区, 町 or 村 and keep their prefecture, because
 * many names exist twice. Null for anything else.
 */
export function readMunicipality(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const withoutOwn = plain.replace(OWN_PREFECTURE, "");
  const isElsewhere = PREFECTURE.test(withoutOwn);
  if (!isElsewhere)
    for (const { name, formerly } of JURISDICTION)
      if (withoutOwn.startsWith(name) || formerly.some((old) => withoutOwn.startsWith(old))) return name;
  const place = withoutOwn.replace(PREFECTURE, "");
  return place.length >= 2 && /[市区町村]$/.test(place) ? withoutOwn : null;
}
