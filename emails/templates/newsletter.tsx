import { Link } from "@react-email/components";
import { bodyParagraphs } from "../issue-body.ts";
import type { NewsletterIssueProps, PropsOf } from "../messages.ts";
import { MailFrame, Paragraph, Step } from "./frame.tsx";

export const newsletterConfirmationSubject = "メールマガジンの登録を完了してください";

export function NewsletterConfirmationMail(props: PropsOf<"newsletter-confirmation">) {
  return (
    <MailFrame reason="ジモトのメールマガジンの申込で、このアドレスが入力されたためお送りしています。">
      <Paragraph>
        メールマガジンのお申し込みを受け付けました。下のページを開き、「登録を完了する」を押すと配信が始まります。リンクは
        {props.validHours}時間使えます。
      </Paragraph>
      <Step href={props.confirmUrl}>メールマガジンの登録を完了する</Step>
      <Paragraph>
        お心当たりがないときは、ボタンを押さずにこのメールを削除してください。配信は始まりません。
      </Paragraph>
    </MailFrame>
  );
}

/** One issue of the newsletter as staff wrote it; addresses in the text become links. */
export function NewsletterIssueMail(props: NewsletterIssueProps) {
  return (
    <MailFrame
      reason={
        <>
          メールマガジンに登録された方にお送りしています。配信の停止はこちらから、ログインなしでできます。
          <br />
          <Link href={props.unsubscribeUrl} style={{ color: "#0017c1", wordBreak: "break-all" }}>
            {props.unsubscribeUrl}
          </Link>
        </>
      }
    >
      {bodyParagraphs(props.body).map((lines, index) => (
        <Paragraph key={index}>
          {lines.map((parts, lineIndex) => (
            <span key={lineIndex}>
              {lineIndex > 0 && <br />}
              {parts.map((part, partIndex) =>
                part.href ? (
                  <Link key={partIndex} href={part.href} style={{ color: "#0017c1", wordBreak: "break-all" }}>
                    {part.text}
                  </Link>
                ) : (
                  part.text
                ),
              )}
            </span>
          ))}
        </Paragraph>
      ))}
    </MailFrame>
  );
}
