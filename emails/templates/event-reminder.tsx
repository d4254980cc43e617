import type { EventReminderProps } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const eventReminderSubject = (props: EventReminderProps) =>
  props.reminder === "morning"
    ? `【本日】${props.eventTitle}(${props.startTime}から)`
    : `【まもなく開催】${props.eventTitle}(${props.startDay} ${props.startTime}から)`;

/** What somebody needs who sets out for the event; the calendar file is attached. */
export function EventReminderMail(props: EventReminderProps) {
  const isGroup = props.headCount > 1;
  return (
    <MailFrame reason="ジモトでイベントに申し込んだ方に、前日と当日の朝にお送りしています。">
      <Paragraph>
        {props.reminder === "morning"
          ? `本日${props.startTime}から、お申し込みのイベントがあります。お待ちしています。`
          : `お申し込みのイベントが近づきました。${props.startDay} ${props.startTime}からです。`}
      </Paragraph>
      <Facts
        items={[
          { term: "参加票の番号", text: props.ticketCode },
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "会場", text: props.place },
          { term: "オンライン参加の入口", text: props.onlineUrl },
          { term: "交通", text: props.access },
          { term: "駐車場", text: props.parking },
          { term: "持ち物", text: props.whatToBring },
          { term: "参加者区分と人数", text: `${props.categoryLabel} ${props.headCount}人` },
          { term: "一緒に来る保護者", text: props.companions },
        ]}
      />
      <Paragraph>
        受付で、参加票の番号かQRコードをお見せください。画面でも、印刷したものでもかまいません。
      </Paragraph>
      <Step href={props.registrationUrl}>参加票を開く・取り消す</Step>
      <Paragraph>
        {isGroup
          ? "来られない方がいるときや人数が変わるときは、当日の受付でお知らせください。全員が来られなくなったときは、上のページで「申し込みを取り消す」を押してください。"
          : "来られなくなったときは、上のページで「申し込みを取り消す」を押してください。電話は要りません。空いた席を、待っている方にご案内できます。"}
      </Paragraph>
      {props.contact !== "" && <Paragraph>道に迷ったときなどの連絡先:{props.contact}</Paragraph>}
    </MailFrame>
  );
}
