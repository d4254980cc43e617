import type { TicketProps } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const ticketSubject = (props: TicketProps) => `【参加票】${props.eventTitle}`;

/** The ticket of a registration; the calendar file is attached. */
export function TicketMail(props: TicketProps) {
  return (
    <MailFrame reason="ジモトでイベントに申し込んだ方にお送りしています。">
      <Paragraph>お申し込みを受け付けました。当日は受付で、下の参加票の番号をお見せください。</Paragraph>
      <Facts
        items={[
          { term: "参加票の番号", text: props.ticketCode },
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "会場", text: [props.venue, props.address].filter(Boolean).join("\n") },
          { term: "交通", text: props.access },
          { term: "参加者区分と人数", text: `${props.categoryLabel} ${props.headCount}人` },
          { term: "持ち物", text: props.whatToBring },
        ]}
      />
      <Step href={props.registrationUrl}>申込の内容を見る・取り消す</Step>
      <Paragraph>
        添付の「event.ics」を開くと、スマートフォンやパソコンのカレンダーに予定を入れられます。
      </Paragraph>
      <Paragraph>
        都合が悪くなったときは、早めに取り消してください。空いた席をほかの方にご案内できます。
      </Paragraph>
    </MailFrame>
  );
}
