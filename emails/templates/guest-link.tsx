import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

type Props = PropsOf<"guest-link">;

export const guestLinkSubject = (props: Props) => `【申し込みのリンク】${props.eventTitle}`;

/** The way to the registration form for somebody without an account; nothing is taken before it is sent. */
export function GuestLinkMail(props: Props) {
  return (
    <MailFrame reason="ジモトのイベントの申し込みで、このアドレスが入力されたためお送りしています。">
      <Paragraph>
        下のページを開き、必要なことを入力して「申し込む」を押すと、申し込みが終わります。リンクは
        {props.validHours}時間使えます。
      </Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
        ]}
      />
      <Step href={props.formUrl}>申し込みのページを開く</Step>
      <Paragraph>すでに申し込んだ方は、同じページから参加票を開けます。</Paragraph>
      <Paragraph>
        このリンクを開くと、あなたの申し込みを見たり取り消したりできます。ほかの人に転送しないでください。お心当たりがないときは、このメールを削除してください。席は取られません。
      </Paragraph>
    </MailFrame>
  );
}
