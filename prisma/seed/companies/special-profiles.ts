import type { CompanyProfile } from "#app/domain/companies/schema.ts";

/** The company of the demo account: every field is filled in. */
export function demoProfile(profile: CompanyProfile): CompanyProfile {
  return {
    ...profile,
    aliases: ["磐井川精密", "イワセイ"],
    postalCode: "0210821",
    address: "岩手県一関市字霧ヶ原12番地3",
    area: "一関",
    phone: "0191-00-2024",
    website: "https://iwaigawa-seimitsu.example/",
    contactDepartment: "総務部 人財育成課",
    employeeCount: 128,
    foundedYear: 1969,
    catchphrase: "千分の一ミリを、手のひらで確かめる。",
    description:
      "車や医療機器の中で動く小さな金属部品を、金型の設計から金属プレス、切削、検査まで一つの工場でつくっています。毎月およそ四百種類の部品を送り出し、試作は三日で形にします。若手とベテランが二人一組で機械を受け持ち、測定の結果をその日のうちに全員で見直します。高校と高専の卒業生が社員の六割を占め、入社後一年間は月に一度の面談で困りごとを聞いています。",
    dayAtWork:
      "8時15分 朝の体操と打合せ。その日の品番と注意する寸法を確かめます。\n8時40分 機械を立ち上げ、最初の一個を三次元測定機で測ります。\n12時00分 食堂で昼食。日替わりの定食は一食350円です。\n13時00分 段取り替えと量産。先輩が一時間ごとに様子を見に来ます。\n16時30分 測定の記録をまとめ、次の担当に引き継ぎます。\n17時15分 終業。残業は月に平均9時間です。",
    products: ["プレス部品", "精密シャフト", "プレス金型", "医療機器の部品", "試作部品"],
    technologies: ["金属プレス", "金型設計", "切削加工", "三次元測定", "ワイヤ放電加工"],
    benefits: [
      "社員寮",
      "奨学金返還支援",
      "転勤なし",
      "完全週休2日",
      "育児休業の実績",
      "資格取得支援",
      "車通勤可",
      "送迎あり",
      "応募前職場見学",
    ],
    certifications: ["くるみん", "いわて働き方改革認証", "SDGsパートナー"],
    departments: ["機械・知能系", "電気・電子系", "工業科", "普通科"],
    workingHours: "8:15〜17:15(休憩60分)",
    holidays: "土日、祝日、年末年始、夏季(会社カレンダーによる)",
    annualHolidays: 121,
    startingPayHighSchool: 196_000,
    startingPayKosen: 218_000,
    startingPayUniversity: 229_000,
    kosenAlumni: "yes",
    highSchoolAlumni: "yes",
    newGraduatesHired: 14,
    newGraduatesLeft: 2,
    averageTenureYears: 15,
    averageOvertimeHours: 9,
    averagePaidLeaveDays: 13,
  };
}

/** What the company of the demo account tells beyond the rest. */
export function demoFacts(profile: CompanyProfile): CompanyProfile {
  return {
    ...profile,
    formerNames: ["有限会社磐井川プレス工業"],
    establishments: [
      {
        name: "千厩工場",
        postalCode: "0290803",
        address: "岩手県一関市千厩町字胡蝶沢41番地",
        area: "千厩",
      },
      {
        name: "試作開発室",
        postalCode: "0210821",
        address: "岩手県一関市字若芽7番地2",
        area: "一関",
      },
    ],
    visiting:
      "平日の10時と14時から、60分ほどで工場と測定室を案内します。入社3年以内の社員に質問する時間もあります。歩きやすい靴でお越しください。安全めがねと帽子はお貸しします。高校生は学校を通じて、高専生・大学生と保護者の方は下の連絡先へ、1週間前までにお申し込みください。",
    equipment: ["サーボプレス機(200t)", "ワイヤ放電加工機", "三次元測定機", "NC旋盤", "画像測定機"],
    nightShift: "no",
    fixedOvertimePay: null,
    fixedOvertimeHours: null,
    fixedOvertimeExcessPaid: "unknown",
    commute:
      "一ノ関駅から車で12分です。7時30分に駅東口を出る送迎バスがあり、免許や車がなくても通えます。駐車場は無料で、冬は早朝に除雪しています。大雪の朝は、始業を30分遅らせることがあります。",
    drivingLicence: "not-needed",
    averageAge: 38,
    childcareLeaveWomenEntitled: 3,
    childcareLeaveWomenTaken: 3,
    childcareLeaveMenEntitled: 4,
    childcareLeaveMenTaken: 3,
    womenDirectorsPercent: 20,
    womenManagersPercent: 17,
    training:
      "入社後2週間の新入社員研修(安全、測定、図面の読み方)。配属後の1年間は先輩と二人一組で学び、月に一度、人財育成課の面談があります。",
    mentors: "yes",
    careerConsulting: "yes",
    certificationSupport: "技能検定と国家資格の受験料・講習料を会社が負担。合格すると祝い金1万円から10万円",
  };
}

/** What the company with a waiting change says now: facts that staff can compare one by one. */
export function pendingProfile(profile: CompanyProfile, asOf: string): CompanyProfile {
  return {
    ...profile,
    asOf,
    employeeCount: (profile.employeeCount ?? 20) + 6,
    catchphrase: "一関から、全国の現場で使われるソフトを。",
    description:
      "工場や役所で毎日使われる業務システムを、企画から運用まで手がけています。この春に一関駅近くへ新しい開発室を設け、在宅と出社を自由に組み合わせて働けるようになりました。入社後半年は先輩と二人で同じ画面に向かい、書いたものは必ず別の人が読みます。高専と高校の情報系の学科から毎年採用しています。",
    technologies: [...new Set([...profile.technologies, "TypeScript", "クラウド"])].slice(0, 6),
    benefits: [
      "住宅手当",
      "奨学金返還支援",
      "転勤なし",
      "完全週休2日",
      "資格取得支援",
      "車通勤可",
      "フレックスタイム",
    ],
    departments: ["情報・ソフトウェア系", "工業科", "商業科"],
    startingPayHighSchool: 205_000,
    startingPayKosen: 232_000,
    startingPayUniversity: 241_000,
    annualHolidays: 124,
  };
}

/** A change that staff gave back because a number cannot be right. */
export function returnedProfile(profile: CompanyProfile, asOf: string): CompanyProfile {
  return {
    ...profile,
    asOf,
    startingPayHighSchool: 19_800,
    annualHolidays: 152,
    holidays: "4週8休(シフト制)、誕生日休暇",
  };
}

/** How the company described itself some time earlier: fewer people, lower pay, fewer benefits. */
export function earlierProfile(profile: CompanyProfile, asOf: string, step: number): CompanyProfile {
  const before = (value: number | null, less: number) => (value === null ? null : Math.max(0, value - less));
  return {
    ...profile,
    asOf,
    employeeCount: before(profile.employeeCount, step * Math.ceil((profile.employeeCount ?? 0) / 30)),
    benefits: profile.benefits.slice(0, Math.max(1, profile.benefits.length - step)),
    startingPayHighSchool: before(profile.startingPayHighSchool, step * 5_000),
    startingPayKosen: before(profile.startingPayKosen, step * 5_000),
    startingPayUniversity: before(profile.startingPayUniversity, step * 5_000),
    annualHolidays: before(profile.annualHolidays, step * 2),
    catchphrase: step > 1 ? "" : profile.catchphrase,
    // What was asked for and known then was less.
    graduateHires: [],
    youthFactsYear: null,
    termsAsOf: null,
    visiting: step > 1 ? "" : profile.visiting,
  };
}
