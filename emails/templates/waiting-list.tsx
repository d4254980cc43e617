import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

type Props = PropsOf<"waiting-list">;

export const waitingListSubject = (props: Props) => `【キャンセル待ち】${props.eventTitle}`;

/** Somebody stands on the waiting list; for guests it holds the only way back to their page. */
export function WaitingListMail(props: Props) {
  return (
    <MailFrame reason="ジモトでイベントのキャンセル待ちに登録した方にお送りしています。">
      <Paragraph>キャンセル待ちに登録しました。まだ参加は決まっていません。</Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "参加者区分と人数", text: `${props.categoryLabel} ${props.headCount}人` },
        ]}
      />
      <Paragraph>
        席が空くと、登録した順にメールでご案内します。ご案内のメールには返事の期限があります。期限までに「この席で申し込む」を押すと、参加が決まります。
      </Paragraph>
      <Step href={props.registrationUrl}>順番を見る・キャンセル待ちをやめる</Step>
    </MailFrame>
  );
}
