import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

type Props = PropsOf<"registration-cancelled">;

export const registrationCancelledSubject = (props: Props) => `【取消】${props.eventTitle} の参加申込`;

export function RegistrationCancelledMail(props: Props) {
  return (
    <MailFrame reason="ジモトでイベントの参加申込を取り消した方にお送りしています。">
      <Paragraph>次のイベントの参加申込を取り消しました。</Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
        ]}
      />
      <Paragraph>
        席に空きがあれば、もう一度申し込めます。カレンダーに入れた予定は、ご自分で削除してください。
      </Paragraph>
      <Step href={props.eventUrl}>イベントのページを見る</Step>
    </MailFrame>
  );
}
