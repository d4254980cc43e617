import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const employmentQuestionSubject = (props: PropsOf<"employment-question">) =>
  `【採用と在籍のおたずね】${props.companyName} の採用と在籍の状況をお知らせください`;

export function EmploymentQuestionMail(props: PropsOf<"employment-question">) {
  return (
    <MailFrame reason="ジモトに企業情報を掲載している企業の担当者の方に、3か月に一度お送りしています。">
      <Paragraph>
        「{props.companyName}
        」で新しく採用した方{props.reportedBefore ? "と、以前お知らせいただいた方が今も在籍しているか" : ""}
        をお知らせください。ログインは要りません。下のボタンから開く画面で答えられます。
      </Paragraph>
      <Facts
        items={[
          { term: "回答の期限", text: props.answerBy },
          {
            term: "ご用意いただくもの",
            text: "採用した方の入社日、卒業した年、働く市町村。お名前は書かず、社内の番号などでお知らせください。",
          },
        ]}
      />
      <Step href={props.answerUrl}>採用と在籍を答える</Step>
      <Paragraph>
        分かるところだけでかまいません。採用がなかったときは「新しい採用はありません」と答えてください。答えた内容は、期限まで同じボタンから直せます。
      </Paragraph>
      <Paragraph>
        このメールを社内の人事担当の方に転送できます。ボタンのアドレスを知っている人は回答できるので、社外には転送しないでください。
      </Paragraph>
    </MailFrame>
  );
}
