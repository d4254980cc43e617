import type { EventAnnouncementProps } from "../messages.ts";
import { Facts, Lines, MailFrame, Paragraph, Step } from "./frame.tsx";

type Props = EventAnnouncementProps;

const MARKS = {
  cancelled: "【中止】",
  postponed: "【延期】",
  rescheduled: "【日程変更】",
  reopened: "【開催のお知らせ】",
  changed: "【変更】",
} as const;

export const eventAnnouncementSubject = (props: Props) =>
  props.reason === "message"
    ? `${props.subject}(${props.eventTitle})`
    : `${MARKS[props.reason]}${props.eventTitle}`;

/** What happened, in one sentence. */
const OPENINGS = {
  cancelled: "お申し込みのイベントは中止になりました。会場にお越しになる必要はありません。",
  postponed: "お申し込みのイベントは延期になりました。新しい日程は、決まりしだいメールでお知らせします。",
  rescheduled: "お申し込みのイベントの日程が変わりました。新しい日程は次のとおりです。",
  reopened: "中止とお知らせしたイベントを、次のとおり開催します。",
  changed: "お申し込みのイベントの内容が変わりました。",
  message: "お申し込みのイベントについて、事務局からお知らせします。",
} as const;

const SEAT_STAYS = "お申し込みはそのまま有効です。手続きは要りません。";
const PLACE_STAYS = "キャンセル待ちの順番は変わりません。手続きは要りません。";
const OFFER_STAYS =
  "お席のご案内には、期限までにお返事ください。期限は、お申し込みの内容のページで確かめられます。";
const OTHERWISE = "都合が悪くなったときは、早めに取り消してください。空いた席をほかの方にご案内できます。";

/** What the reader has to do. */
function nextSteps({ reason, holds }: Props): string {
  if (reason === "cancelled") return "お申し込みの取り消しなどの手続きは要りません。";
  if (reason === "message") return "";
  if (reason === "postponed")
    return holds === "waiting"
      ? PLACE_STAYS
      : "新しい日程のお知らせまで、お申し込みをそのままお預かりします。";
  const stays = { registered: SEAT_STAYS, waiting: PLACE_STAYS, offered: OFFER_STAYS }[holds];
  return `${stays}${OTHERWISE}`;
}

/** A change of an event, a cancellation, a postponement, or a message of staff to participants. */
export function EventAnnouncementMail(props: Props) {
  const isCalledOff = props.reason === "cancelled" || props.reason === "postponed";
  const steps = nextSteps(props);
  return (
    <MailFrame reason="ジモトでイベントに申し込んだ方、キャンセル待ちに登録した方にお送りしています。">
      <Paragraph>{OPENINGS[props.reason]}</Paragraph>
      {props.body !== "" && (
        <Paragraph>
          <Lines text={props.body} />
        </Paragraph>
      )}
      <Facts
        items={[
          { term: "イベント", text: props.eventTitle },
          ...props.changes.map(({ term, before, after }) => ({
            term: `${term}(変更)`,
            text: `変更後:${after || "なし"}\n変更前:${before || "なし"}`,
          })),
          { term: isCalledOff ? "予定していた日時" : "日時", text: props.when },
          { term: "会場", text: isCalledOff ? "" : props.place },
        ]}
      />
      {steps !== "" && <Paragraph>{steps}</Paragraph>}
      {props.calendar && (
        <Paragraph>
          {isCalledOff
            ? "添付の「event.ics」を開くと、カレンダーに入れた予定が取り消されます。取り消されないときは、ご自分で削除してください。"
            : "添付の「event.ics」を開くと、カレンダーに入れた予定が新しい内容に変わります。"}
        </Paragraph>
      )}
      <Step href={props.registrationUrl ?? props.eventUrl}>
        {props.registrationUrl ? "申込の内容を見る・取り消す" : "イベントのページを見る"}
      </Step>
      {!props.registrationUrl && (
        <Paragraph>
          お申し込みの確認と取り消しは、以前お送りした参加票のメールのリンクからできます。
        </Paragraph>
      )}
    </MailFrame>
  );
}
