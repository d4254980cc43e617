import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const freshnessQuestionSubject = (props: PropsOf<"freshness-question">) =>
  `【ご確認のお願い】${props.companyName} の掲載内容は今も正しいですか`;

export function FreshnessQuestionMail(props: PropsOf<"freshness-question">) {
  return (
    <MailFrame reason="ジモトに企業情報を掲載している企業の担当者の方に、3か月に一度お送りしています。">
      <Paragraph>
        「{props.companyName}
        」の掲載内容が今も正しいか、お知らせください。ログインは要りません。開いた画面で内容を見てから、ボタンを押すと完了します。
      </Paragraph>
      <Facts
        items={[
          { term: "前回の確認日", text: props.confirmedOn },
          { term: "回答の期限", text: props.answerBy },
        ]}
      />
      <Step href={props.stillTrueUrl}>変わりありません</Step>
      <Step href={props.needsChangeUrl}>変更があります</Step>
      <Paragraph>
        確認日から90日を過ぎると、公開ページに「確認が必要」と表示されます。180日を過ぎると、検索に表示されなくなります。
      </Paragraph>
    </MailFrame>
  );
}
