/** The text of a newsletter issue as readers see it: paragraphs → lines → parts, addresses as links. */
export function IssuePreview({ paragraphs }: { paragraphs: { text: string; href: string | null }[][][] }) {
  return (
    <div className="grid gap-4">
      {paragraphs.map((lines, index) => (
        <p key={index}>
          {lines.map((parts, lineIndex) => (
            <span key={lineIndex}>
              {lineIndex > 0 && <br />}
              {parts.map((part, partIndex) =>
                part.href ? (
                  <a
                    key={partIndex}
                    href={part.href}
                    rel="noreferrer"
                    className="wrap-anywhere text-blue-1000 underline underline-offset-4"
                  >
                    {part.text}
                  </a>
                ) : (
                  part.text
                ),
              )}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
