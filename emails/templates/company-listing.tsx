import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const registrationReturnedSubject = (props: PropsOf<"registration-returned">) =>
  `【修正のお願い】${props.companyName} の掲載のお申し込み`;

export function RegistrationReturnedMail(props: PropsOf<"registration-returned">) {
  return (
    <MailFrame reason="ジモトに企業の掲載を申し込まれた方にお送りしています。">
      <Paragraph>
        「{props.companyName}
        」の掲載のお申し込みについて、確認していただきたい点があります。お申し込みは取り消されていません。内容を直して、もう一度送ってください。
      </Paragraph>
      <Facts items={[{ term: "確認していただきたい点", text: props.reason }]} />
      <Step href={props.correctUrl}>お申し込みの内容を直す</Step>
    </MailFrame>
  );
}

export const companyInvitationSubject = (props: PropsOf<"company-invitation">) =>
  `${props.companyName} の担当者への招待`;

export function CompanyInvitationMail(props: PropsOf<"company-invitation">) {
  return (
    <MailFrame reason="ジモトで企業の担当者として招待されたアドレスにお送りしています。">
      <Paragraph>
        「{props.companyName}
        」の担当者として、ジモトに招待されました。下のページで招待を受けると、企業情報の編集や申請ができます。リンクは
        {props.validDays}日間使えます。
      </Paragraph>
      <Step href={props.inviteUrl}>招待を受ける</Step>
      <Paragraph>
        お心当たりがないときは、このメールを削除してください。招待を受けるまで、アカウントは作られません。
      </Paragraph>
    </MailFrame>
  );
}

export const companyWithdrawnSubject = (props: PropsOf<"company-withdrawn">) =>
  `【掲載の終了】${props.companyName} の企業情報`;

export function CompanyWithdrawnMail(props: PropsOf<"company-withdrawn">) {
  return (
    <MailFrame reason="ジモトに企業情報を掲載している企業の担当者にお送りしています。">
      <Paragraph>
        {props.by === "company"
          ? `お申し出により、「${props.companyName}」の企業情報の掲載を終了しました。企業のページと検索結果には表示されません。`
          : `「${props.companyName}」の企業情報の掲載を、事務局で終了しました。企業のページと検索結果には表示されません。`}
      </Paragraph>
      <Facts items={[{ term: "理由", text: props.reason }]} />
      <Paragraph>
        これまでの内容は残っています。もう一度掲載するときは、ログインして申請してください。事務局の確認のあとで公開されます。
      </Paragraph>
      <Step href={props.companyUrl}>自社のページを開く</Step>
    </MailFrame>
  );
}

export const companyRelistedSubject = (props: PropsOf<"company-relisted">) =>
  `【掲載の再開】${props.companyName} の企業情報`;

export function CompanyRelistedMail(props: PropsOf<"company-relisted">) {
  return (
    <MailFrame reason="ジモトに企業情報を掲載している企業の担当者にお送りしています。">
      <Paragraph>「{props.companyName}」の企業情報の掲載を再開しました。</Paragraph>
      <Step href={props.profileUrl}>公開されたページを見る</Step>
      <Paragraph>内容が今も正しいかを、一度確かめてください。</Paragraph>
    </MailFrame>
  );
}
