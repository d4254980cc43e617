import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

const reason = "ジモトに企業情報の掲載を申請された方にお送りしています。";

export const profilePublishedSubject = (props: PropsOf<"profile-published">) =>
  `【公開】${props.companyName} の企業情報`;

export function ProfilePublishedMail(props: PropsOf<"profile-published">) {
  return (
    <MailFrame reason={reason}>
      <Paragraph>申請いただいた「{props.companyName}」の企業情報を公開しました。</Paragraph>
      {props.note && <Facts items={[{ term: "事務局からの連絡", text: props.note }]} />}
      <Step href={props.profileUrl}>公開されたページを見る</Step>
      {props.loginUrl && (
        <>
          <Paragraph>
            あわせて、企業アカウントのお申し込みを承認しました。下のページからログインして、企業情報の編集や担当者の招待ができます。
          </Paragraph>
          <Step href={props.loginUrl}>ログインする</Step>
        </>
      )}
      <Paragraph>内容を変えるときは、ログインして「企業情報の編集」から申請してください。</Paragraph>
    </MailFrame>
  );
}

export const profileReturnedSubject = (props: PropsOf<"profile-returned">) =>
  `【修正のお願い】${props.companyName} の企業情報`;

export function ProfileReturnedMail(props: PropsOf<"profile-returned">) {
  return (
    <MailFrame reason={reason}>
      <Paragraph>
        申請いただいた「{props.companyName}
        」の企業情報について、確認していただきたい点があります。公開中のページは変わっていません。
      </Paragraph>
      <Facts items={[{ term: "確認していただきたい点", text: props.reason }]} />
      <Step href={props.editUrl}>企業情報を直して申請する</Step>
    </MailFrame>
  );
}
