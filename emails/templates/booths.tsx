import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

const REASON = "ジモトで出展を申し込まれた企業の担当者にお送りしています。";

export const boothReceivedSubject = (props: PropsOf<"booth-received">) =>
  `【出展の申込を受け付けました】${props.eventTitle}`;

export function BoothReceivedMail(props: PropsOf<"booth-received">) {
  return (
    <MailFrame reason={REASON}>
      <Paragraph>
        「{props.companyName}
        」の出展の申込を受け付けました。出展できるかどうかは、受付の終了後に事務局が選び、メールでお知らせします。
      </Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "申込の内容", text: props.wishes },
          { term: "内容を変えられる日", text: props.changeUntil && `${props.changeUntil}まで` },
        ]}
      />
      <Step href={props.applicationUrl}>申込の内容を確かめる</Step>
    </MailFrame>
  );
}

export const boothSelectedSubject = (props: PropsOf<"booth-selected">) => `【出展の決定】${props.eventTitle}`;

export function BoothSelectedMail(props: PropsOf<"booth-selected">) {
  return (
    <MailFrame reason={REASON}>
      <Paragraph>「{props.companyName}」の出展が決まりました。当日はよろしくお願いします。</Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "会場", text: [props.venue, props.address].filter(Boolean).join("\n") },
          { term: "ブース番号", text: `${props.boothNumber}番` },
          { term: "事務局から", text: props.note },
        ]}
      />
      <Step href={props.applicationUrl}>出展の内容を確かめる</Step>
      <Paragraph>
        出展できなくなったときは、上のページから早めに取り下げてください。空いたブースを、ほかの企業にお知らせできます。
      </Paragraph>
    </MailFrame>
  );
}

export const boothDeclinedSubject = (props: PropsOf<"booth-declined">) =>
  `【出展の選定の結果】${props.eventTitle}`;

export function BoothDeclinedMail(props: PropsOf<"booth-declined">) {
  return (
    <MailFrame reason={REASON}>
      <Paragraph>
        「{props.companyName}
        」の出展の申込をいただき、ありがとうございました。今回は、ブースをご用意することができませんでした。
      </Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "選んだ方法と理由", text: props.note },
        ]}
      />
      <Step href={props.applicationUrl}>申込の記録を見る</Step>
      <Paragraph>
        今回選ばれなかったことは、次に同じ種類のイベントで出展企業を選ぶときに考慮します。次の機会も、ぜひお申し込みください。
      </Paragraph>
    </MailFrame>
  );
}
