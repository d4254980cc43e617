import type { PropsOf } from "../messages.ts";
import { Facts, MailFrame, Paragraph, Step } from "./frame.tsx";

type Props = PropsOf<"event-thanks">;

export const eventThanksSubject = (props: Props) => `【ご来場ありがとうございました】${props.eventTitle}`;

/** Sent the morning after to those who came; the link leads to the survey and needs no sign-in. */
export function EventThanksMail(props: Props) {
  return (
    <MailFrame reason="ジモトのイベントに来場した方にお送りしています。">
      <Paragraph>
        「{props.eventTitle}
        」にお越しいただき、ありがとうございました。次の催しをよりよくするため、アンケートにご協力ください。質問は4つ、1分ほどで終わります。
      </Paragraph>
      <Step href={props.surveyUrl}>アンケートに答える</Step>
      <Facts items={[{ term: "回答の期限", text: props.answerBy }]} />
      <Paragraph>
        回答は無記名です。だれの回答かは記録しません。リンクは1回だけ使えますので、ほかの方に転送しないでください。
      </Paragraph>
    </MailFrame>
  );
}
