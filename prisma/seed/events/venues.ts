/** Public halls of the town, as its own announcements name them. */
export const VENUES = {
  plaza: {
    venue: "なのはなプラザ 3階 大会議室",
    address: "岩手県一関市大町",
    access: "JR一ノ関駅西口から歩いて約5分です。駐車場は台数に限りがあります。",
  },
  arena: {
    venue: "一関市総合体育館",
    address: "岩手県一関市狐禅寺",
    access: "一関インターチェンジから車で約15分です。当日は一ノ関駅西口から無料の送迎バスが出ます。",
  },
  kosen: {
    venue: "一関高専 第1体育館",
    address: "岩手県一関市萩荘",
    access: "一関インターチェンジから車で約5分です。正門で係員の案内に従ってください。",
  },
  cityHall: {
    venue: "一関市役所 玄関前(集合場所)",
    address: "岩手県一関市竹山町",
    access: "JR一ノ関駅西口から歩いて約10分です。ここからバスで出発します。",
  },
  senmaya: {
    venue: "千厩体育館",
    address: "岩手県一関市千厩町千厩",
    access: "JR千厩駅から歩いて約15分です。駐車場があります。",
  },
  online: {
    venue: "オンライン(ご自宅など)",
    address: "",
    access: "通信料は参加する方の負担です。開始の10分前から入室できます。",
  },
  kitakami: { venue: "北上市内の会場", address: "岩手県北上市", access: "主催者の案内をご覧ください。" },
  takizawa: { venue: "滝沢市内の会場", address: "岩手県滝沢市", access: "主催者の案内をご覧ください。" },
  sendai: { venue: "仙台市内の会場", address: "宮城県仙台市", access: "主催者の案内をご覧ください。" },
} as const;

export type VenueKey = keyof typeof VENUES;
