import type { PropsOf, SeatOfferProps } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

const REASON = "ジモトでイベントのキャンセル待ちに登録した方にお送りしています。";

export const seatOfferSubject = (props: SeatOfferProps) =>
  `【お席のご案内】${props.eventTitle}(${props.answerBy}までにお返事ください)`;

/** A seat became free: it is held for the reader until a moment, and taken on the page behind the link. */
export function SeatOfferMail(props: SeatOfferProps) {
  return (
    <MailFrame reason={REASON}>
      <Paragraph>
        キャンセル待ちをしていただいていたイベントに空きが出ました。下の期限まで、お席をお取りしています。
      </Paragraph>
      <Facts
        items={[
          { term: "お返事の期限", text: props.answerBy },
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
          { term: "会場", text: props.venue },
          { term: "参加者区分と人数", text: `${props.categoryLabel} ${props.headCount}人` },
        ]}
      />
      <Paragraph>
        参加する方は、次のページで「この席で申し込む」を押してください。申し込みが確定し、参加票をメールでお送りします。
      </Paragraph>
      <Step href={props.registrationUrl}>お席のご案内を見て返事をする</Step>
      <Paragraph>
        参加しない方は、同じページで辞退してください。次の方へ早くご案内できます。期限までにお返事がないときは、次の方にお席をご案内します。
      </Paragraph>
    </MailFrame>
  );
}

type ExpiredProps = PropsOf<"seat-offer-expired">;

export const seatOfferExpiredSubject = (props: ExpiredProps) => `【ご案内の期限切れ】${props.eventTitle}`;

export function SeatOfferExpiredMail(props: ExpiredProps) {
  return (
    <MailFrame reason={REASON}>
      <Paragraph>次のイベントのお席をご案内していましたが、期限までにお返事がありませんでした。</Paragraph>
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          { term: "日時", text: props.when },
        ]}
      />
      <Paragraph>
        お取りしていたお席は、次の方へご案内します。参加を希望するときは、イベントのページからもう一度お申し込みください。保護者の方と一緒にお申し込みの場合は、保護者の方のお席も取り消しました。満席の場合は、キャンセル待ちの最後に加わります。
      </Paragraph>
      <Step href={props.eventUrl}>イベントのページを見る</Step>
    </MailFrame>
  );
}
