import { Link } from "@react-email/components";
import type { PropsOf, SearchAlertProps } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

const frequencies = { daily: "新着があった日の朝", weekly: "週に1回(月曜日の朝)" } as const;
const kinds = { company: "企業", internship: "インターンシップ・仕事体験", event: "イベント" } as const;

export const searchAlertConfirmationSubject = "新着のお知らせの登録を完了してください";

export function SearchAlertConfirmationMail(props: PropsOf<"search-alert-confirmation">) {
  return (
    <MailFrame reason="ジモトの新着のお知らせの申込で、このアドレスが入力されたためお送りしています。">
      <Paragraph>
        新着のお知らせのお申し込みを受け付けました。下のページを開き、「お知らせを始める」を押すと始まります。リンクは
        {props.validHours}時間使えます。
      </Paragraph>
      <Facts
        items={[
          { term: "さがす条件", text: props.conditions.join("、") },
          { term: "お知らせする時", text: frequencies[props.frequency] },
        ]}
      />
      <Step href={props.confirmUrl}>新着のお知らせを始める</Step>
      <Paragraph>
        お心当たりがないときは、ボタンを押さずにこのメールを削除してください。お知らせは始まりません。
      </Paragraph>
    </MailFrame>
  );
}

export const searchAlertSubject = ({ conditions, finds, more }: SearchAlertProps) =>
  `【新着${finds.length + more}件】${conditions.join("、")}`;

/** What is new in a followed search; nothing is sent when nothing is new. */
export function SearchAlertMail({ conditions, finds, more, searchUrl, endUrl }: SearchAlertProps) {
  return (
    <MailFrame
      reason={
        <>
          新着のお知らせに登録された方にお送りしています。お知らせの停止はこちらから、ログインなしでできます。停止すると、このアドレスは削除されます。
          <br />
          <Link href={endUrl} style={{ color: "#0017c1", wordBreak: "break-all" }}>
            {endUrl}
          </Link>
        </>
      }
    >
      <Paragraph>「{conditions.join("、")}」に合う情報が、新しく見つかりました。</Paragraph>
      {finds.map((find) => (
        <Paragraph key={find.url}>
          {kinds[find.kind]}
          {find.area && `(${find.area})`}
          <br />
          <Link href={find.url} style={{ color: "#0017c1" }}>
            {find.name}
          </Link>
        </Paragraph>
      ))}
      {more > 0 && <Paragraph>ほかに{more}件あります。</Paragraph>}
      <Step href={searchUrl}>検索の結果を見る</Step>
    </MailFrame>
  );
}
