import { describe, expect, test } from "vitest";
import type { CalendarEntry, MailKind, MailMessage, PropsOf } from "./messages.ts";
import { renderMail } from "./render.tsx";

const url = "http://town.test/page?token=abc&x=1";

const calendar: CalendarEntry = {
  uid: "r1@town.test",
  sequence: 0,
  title: "企業見学会",
  description: "",
  location: "一関文化センター",
  url,
  startsAt: "2026-12-01T04:00:00Z",
  endsAt: "2026-12-01T06:00:00Z",
  updatedAt: "2026-11-20T03:00:00Z",
  cancelled: false,
};

/** One of each; the type makes a new kind fail here until it has an example. */
const examples: { [Kind in MailKind]: PropsOf<Kind> } = {
  ticket: {
    eventTitle: "企業見学会 <script>",
    when: "2026年12月1日 13:00〜15:00",
    venue: "一関文化センター",
    address: "一関市大手町2-16",
    access: "一ノ関駅から徒歩8分",
    whatToBring: "筆記用具",
    ticketCode: "K7M2P9QX",
    headCount: 3,
    categoryLabel: "生徒・学生",
    registrationUrl: url,
    calendar,
  },
  "registration-cancelled": { eventTitle: "企業見学会", when: "2026年12月1日", eventUrl: url },
  "guest-link": { eventTitle: "就職ガイダンス <b>", when: "2026年12月1日", formUrl: url, validHours: 48 },
  "waiting-list": {
    eventTitle: "企業見学会",
    when: "2026年12月1日",
    categoryLabel: "保護者",
    headCount: 2,
    registrationUrl: url,
  },
  "event-reminder": {
    reminder: "eve",
    eventTitle: "企業見学会",
    startDay: "12月1日(火)",
    startTime: "13:00",
    when: "2026年12月1日 13:00〜15:00",
    place: "一関文化センター\n一関市大手町2-16",
    onlineUrl: "",
    access: "一ノ関駅から徒歩8分",
    parking: "",
    whatToBring: "筆記用具",
    contact: "工業労政課 0191-21-2111",
    ticketCode: "K7M2-P9QX",
    headCount: 1,
    categoryLabel: "生徒・学生",
    companions: "",
    registrationUrl: url,
    calendar,
  },
  "seat-offer": {
    eventTitle: "企業見学会",
    when: "2026年12月1日 13:00〜15:00",
    venue: "一関文化センター",
    categoryLabel: "生徒・学生",
    headCount: 1,
    answerBy: "2026年11月28日(土) 12:00",
    registrationUrl: url,
  },
  "seat-offer-expired": { eventTitle: "企業見学会", when: "2026年12月1日", eventUrl: url },
  "event-announcement": {
    reason: "rescheduled",
    eventTitle: "企業見学会",
    when: "2026年12月8日 13:00〜15:00",
    place: "一関文化センター\n一関市大手町2-16",
    changes: [{ term: "会場", before: "一関文化センター", after: "一関市役所" }],
    subject: "",
    body: "大雪の予報のため、1週間延ばします。",
    holds: "registered",
    eventUrl: url,
    registrationUrl: url,
    calendar: null,
  },
  "event-thanks": { eventTitle: "企業見学会", surveyUrl: url, answerBy: "2026年12月22日" },
  "password-reset": { resetUrl: url, validMinutes: 60 },
  "address-confirmation": { confirmUrl: url, validHours: 48 },
  "address-already-registered": { loginUrl: url, forgottenUrl: url },
  "account-approved": { loginUrl: url },
  "account-declined": { companyName: "磐井試験", reason: "市内に事業所がないため" },
  "registration-returned": { companyName: "磐井試験", reason: "所在地を\n確かめてください", correctUrl: url },
  "company-invitation": { companyName: "磐井試験", inviteUrl: url, validDays: 7 },
  "company-withdrawn": { companyName: "磐井試験", by: "staff", reason: "廃業のため", companyUrl: url },
  "company-relisted": { companyName: "磐井試験", profileUrl: url },
  "profile-published": {
    companyName: "磐井試験",
    profileUrl: url,
    note: "掲載ありがとうございます",
    loginUrl: url,
  },
  "profile-returned": { companyName: "磐井試験", reason: "電話番号を\n確かめてください", editUrl: url },
  "search-alert-confirmation": {
    conditions: ["金型", "千厩"],
    frequency: "weekly",
    confirmUrl: url,
    validHours: 48,
  },
  "search-alert": {
    conditions: ["金型 <b>", "千厩"],
    finds: [{ kind: "company", name: "磐井試験", area: "千厩", url: "http://town.test/companies/iwai" }],
    more: 3,
    searchUrl: "http://town.test/companies?q=x",
    endUrl: url,
  },
  "freshness-question": {
    companyName: "磐井試験",
    confirmedOn: "2026年8月3日",
    answerBy: "2027年1月30日",
    stillTrueUrl: url,
    needsChangeUrl: `${url}&answer=needs-change`,
  },
  "employment-question": {
    companyName: "磐井試験",
    answerBy: "2027年1月30日",
    reportedBefore: true,
    answerUrl: url,
  },
  "booth-received": {
    companyName: "磐井試験",
    eventTitle: "地域企業情報ガイダンス",
    when: "2027年1月30日 10:00〜15:00",
    wishes: "電源 500W、机 2台",
    changeUntil: "2026年12月18日",
    applicationUrl: url,
  },
  "booth-selected": {
    companyName: "磐井試験",
    eventTitle: "地域企業情報ガイダンス <b>",
    when: "2027年1月30日 10:00〜15:00",
    note: "搬入は\n8時30分からです。",
    boothNumber: 12,
    venue: "一関高専",
    address: "一関市萩荘",
    applicationUrl: url,
  },
  "booth-declined": {
    companyName: "磐井試験",
    eventTitle: "地域企業情報ガイダンス",
    when: "2027年1月30日 10:00〜15:00",
    note: "",
    applicationUrl: url,
  },
  "newsletter-confirmation": { confirmUrl: url, validHours: 48 },
  "newsletter-issue": {
    subject: "11月号",
    body: "一段落目\n\n<b>太字</b> https://example.jp/",
    unsubscribeUrl: url,
  },
};

describe.each(Object.keys(examples) as MailKind[])("the mail %s", (kind) => {
  const message = { kind, props: examples[kind] } as MailMessage;

  test("has a subject, and text and HTML that say the same", async () => {
    const mail = await renderMail(message);
    expect(mail.subject.trim()).not.toBe("");
    expect(mail.text).not.toMatch(/undefined|\[object|<\/?(p|table|span)\b/);
    expect(mail.html).toContain('lang="ja"');
    const address = Object.values(message.props).includes(url);
    if (address) {
      expect(mail.text).toContain(url);
      expect(mail.html).toContain(url.replace("&", "&amp;"));
    }
  });

  test("loads nothing from anywhere and watches nobody", async () => {
    const { html } = await renderMail(message);
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(/i);
  });
});

test("what people typed is text in the HTML, never markup", async () => {
  const ticket = await renderMail({ kind: "ticket", props: examples.ticket });
  expect(ticket.html).toContain("企業見学会 &lt;script&gt;");
  expect(ticket.text).toContain("企業見学会 <script>");
  const issue = await renderMail({ kind: "newsletter-issue", props: examples["newsletter-issue"] });
  expect(issue.html).not.toContain("<b>太字");
});

test("only mails that come again can be stopped by their reader, and what leads to a day has a calendar file", async () => {
  for (const kind of Object.keys(examples) as MailKind[]) {
    const mail = await renderMail({ kind, props: examples[kind] } as MailMessage);
    expect(mail.unsubscribeUrl).toBe(["newsletter-issue", "search-alert"].includes(kind) ? url : null);
    expect(mail.attachments.map((file) => file.filename)).toEqual(
      ["ticket", "event-reminder"].includes(kind) ? ["event.ics"] : [],
    );
    for (const file of mail.attachments) expect(file.text).toContain("METHOD:PUBLISH\r\n");
  }
});

test("a reminder names the day, and on the morning itself says today; groups are told what to do about their number", async () => {
  const props = examples["event-reminder"];
  const eve = await renderMail({ kind: "event-reminder", props });
  expect(eve.subject).toBe("【まもなく開催】企業見学会(12月1日(火) 13:00から)");
  expect(eve.text).toContain("持ち物");
  expect(eve.text).not.toContain("駐車場");
  const morning = await renderMail({
    kind: "event-reminder",
    props: { ...props, reminder: "morning", headCount: 32 },
  });
  expect(morning.subject).toBe("【本日】企業見学会(13:00から)");
  expect(morning.text).toContain("人数が変わるとき");
});
