import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

export const passwordResetSubject = "パスワードの再設定";

export function PasswordResetMail(props: PropsOf<"password-reset">) {
  return (
    <MailFrame reason="ジモトでパスワードの再設定を申し込まれたアドレスにお送りしています。">
      <Paragraph>
        下のページで新しいパスワードを決めてください。このリンクは{props.validMinutes}分間、1回だけ使えます。
      </Paragraph>
      <Step href={props.resetUrl}>新しいパスワードを決める</Step>
      <Paragraph>お心当たりがないときは、このメールを削除してください。パスワードは変わりません。</Paragraph>
    </MailFrame>
  );
}

export const addressConfirmationSubject = "メールアドレスの確認";

export function AddressConfirmationMail(props: PropsOf<"address-confirmation">) {
  return (
    <MailFrame reason="ジモトの利用登録で、このアドレスが入力されたためお送りしています。">
      <Paragraph>
        ジモトの利用登録を受け付けました。下のページを開き、「確認する」を押すと登録が終わります。リンクは
        {props.validHours}時間使えます。
      </Paragraph>
      <Step href={props.confirmUrl}>メールアドレスを確認する</Step>
      <Paragraph>
        お心当たりがないときは、ボタンを押さずにこのメールを削除してください。登録は完了せず、アカウントは使えません。
      </Paragraph>
    </MailFrame>
  );
}

export const addressAlreadyRegisteredSubject = "このメールアドレスは登録済みです";

export function AddressAlreadyRegisteredMail(props: PropsOf<"address-already-registered">) {
  return (
    <MailFrame reason="ジモトの利用登録で、このアドレスが入力されたためお送りしています。">
      <Paragraph>
        このメールアドレスには、すでにジモトのアカウントがあります。新しい登録は行いませんでした。これまでのアカウントでログインしてください。
      </Paragraph>
      <Step href={props.loginUrl}>ログインする</Step>
      <Paragraph>パスワードが分からないときは、下のページで新しく決められます。</Paragraph>
      <Step href={props.forgottenUrl}>パスワードを再設定する</Step>
      <Paragraph>
        お心当たりがないときは、このメールを削除してください。アカウントはこれまでのままです。
      </Paragraph>
    </MailFrame>
  );
}

export const accountApprovedSubject = "企業アカウントが承認されました";

export function AccountApprovedMail(props: PropsOf<"account-approved">) {
  return (
    <MailFrame reason="ジモトに企業アカウントを申し込まれた方にお送りしています。">
      <Paragraph>
        企業アカウントのお申し込みを承認しました。ログインして、企業情報を入力してください。入力した内容は、事務局の確認のあとで公開されます。
      </Paragraph>
      <Step href={props.loginUrl}>ログインして企業情報を入力する</Step>
    </MailFrame>
  );
}

export const accountDeclinedSubject = "企業アカウントのお申し込みについて";

export function AccountDeclinedMail(props: PropsOf<"account-declined">) {
  return (
    <MailFrame reason="ジモトに企業アカウントを申し込まれた方にお送りしています。">
      <Paragraph>次のお申し込みは、承認できませんでした。このアカウントではログインできません。</Paragraph>
      <Facts
        items={[
          { term: "企業名", text: props.companyName },
          { term: "理由", text: props.reason },
        ]}
      />
      <Paragraph>ご不明な点は、一関市 商工労働部 工業労政課にお問い合わせください。</Paragraph>
    </MailFrame>
  );
}
