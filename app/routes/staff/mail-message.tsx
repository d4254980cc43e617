import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readMail } from "#app/domain/mail/store.server.ts";
import { mailKindNames, mailStateNames, mailWords as words } from "#app/locales/ja/mail.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/mail-message";

export const handle = { access: STAFF, title: "送信メールの内容" } satisfies RouteHandle;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const mail = await readMail(town, { id: params.id });
  if (!mail) throw data(null, { status: 404 });
  const { kind, recipient, state, subject, attempts, lastError, content, attachments } = mail;
  return {
    isLocal: town.env.sendgrid === null,
    subject,
    content,
    attachments,
    facts: [
      { term: words.facts.recipient, text: recipient },
      { term: words.facts.kind, text: mailKindNames[kind] ?? kind },
      { term: words.facts.state, text: mailStateNames[state] },
      { term: words.facts.createdAt, text: moment(mail.createdAt) },
      { term: words.facts.sentAt, text: moment(mail.sentAt) },
      { term: words.facts.expiresAt, text: moment(mail.expiresAt) },
      { term: words.facts.attempts, text: String(attempts) },
      { term: words.facts.lastError, text: lastError ?? "" },
    ].filter((fact) => fact.text !== ""),
  };
}

function moment(at: Date | null): string {
  return at ? `${longDate(at)} ${timeOf(at)}` : "";
}

const plain =
  "rounded-8 border border-solid-gray-420 bg-solid-gray-50 p-4 font-sans whitespace-pre-wrap wrap-anywhere";

export default function MailMessagePage({ loaderData }: Route.ComponentProps) {
  const { subject, content, attachments, facts, isLocal } = loaderData;
  return (
    <Page
      title={subject ?? words.noSubject}
      crumbs={[
        { to: "/staff", label: "事務局" },
        { to: "/staff/mail", label: words.title },
      ]}
    >
      {isLocal && <Notice kind="info" title={words.local} />}
      <DescriptionList items={facts.map((fact) => ({ term: fact.term, children: fact.text }))} />
      <Section title={words.textHeading} id="text">
        {content.shown === "hidden" && <p>{words.secret}</p>}
        {content.shown === "none" && <p>{words.notRendered}</p>}
        {content.shown === "full" && <MailText text={content.text} />}
      </Section>
      {attachments.map((file) => (
        <Section key={file.filename} title={words.attachmentHeading(file.filename)} id="attachment">
          <pre className={plain}>{file.text}</pre>
        </Section>
      ))}
      {content.shown === "full" && (
        <Section title={words.htmlHeading} id="html">
          <p>{words.htmlNote}</p>
          <details className="mt-4">
            <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
              {words.htmlSummary}
            </summary>
            <pre className={`mt-2 ${plain}`}>{content.html}</pre>
          </details>
        </Section>
      )}
    </Page>
  );
}

/** The text with its addresses as links, so that what the reader got can be tried. */
function MailText({ text }: { text: string }) {
  return (
    <pre className={plain}>
      {text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} rel="noreferrer" className="text-blue-1000 underline underline-offset-4">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
