import { Body, Button, Container, Head, Hr, Html, Link, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";

/** The name that stands in the reader's inbox. */
export const SENDER_NAME = "一関市 ジモト事務局";

const ink = "#1a1a1a";
const blue = "#0017c1";
const font = "'Hiragino Sans','Noto Sans JP','Yu Gothic',Meiryo,sans-serif";

/** What every mail stands in: the town's name, the message, and why the reader gets it. No pictures, no tracking. */
export function MailFrame({ children, reason }: { children: ReactNode; reason: ReactNode }) {
  return (
    <Html lang="ja">
      <Head />
      <Body style={{ backgroundColor: "#ffffff", color: ink, fontFamily: font, margin: 0 }}>
        <Container style={{ maxWidth: "600px", padding: "24px 16px" }}>
          <Text style={{ fontSize: "16px", fontWeight: 700, color: blue, margin: "0 0 16px" }}>
            ジモト(一関市 地元企業情報ポータル)
          </Text>
          {children}
          <Hr style={{ borderColor: "#999999", margin: "32px 0 16px" }} />
          <Text style={{ fontSize: "14px", lineHeight: "1.7", margin: 0 }}>{reason}</Text>
          <Text style={{ fontSize: "14px", lineHeight: "1.7", margin: "8px 0 0" }}>
            一関市 商工労働部 工業労政課(このメールは送信専用です。返信いただいてもお答えできません。)
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph. */
export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: "16px", lineHeight: "1.8", margin: "0 0 16px" }}>{children}</Text>;
}

/** The one step that the mail asks for, with its address written out for mail programs that show no links. */
export function Step({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button
        href={href}
        data-skip-in-text
        style={{
          backgroundColor: blue,
          color: "#ffffff",
          fontSize: "16px",
          fontWeight: 700,
          padding: "14px 24px",
          borderRadius: "8px",
        }}
      >
        {children}
      </Button>
      <Text style={{ fontSize: "14px", lineHeight: "1.7", margin: "12px 0 0", wordBreak: "break-all" }}>
        {children}:<br />
        <Link href={href} style={{ color: blue }}>
          {href}
        </Link>
      </Text>
    </Section>
  );
}

/** Pairs of a word and its content, one under the other: a phone's width is enough. */
export function Facts({ items }: { items: readonly { term: string; text: string }[] }) {
  return (
    <Section style={{ borderTop: "1px solid #999999", margin: "16px 0" }}>
      {items
        .filter((item) => item.text !== "")
        .map((item) => (
          <Text
            key={item.term}
            style={{
              fontSize: "16px",
              lineHeight: "1.7",
              margin: 0,
              padding: "8px 0",
              borderBottom: "1px solid #999999",
            }}
          >
            <strong>{item.term}</strong>
            <br />
            <Lines text={item.text} />
          </Text>
        ))}
    </Section>
  );
}

/** Text with its line breaks. */
export function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
