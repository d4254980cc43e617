/** A QR code drawn by the server; `label` says what it leads to. It is black on white whatever is around it. */
export function QrCode({
  code: { size, path },
  label,
  width = 200,
}: {
  code: { size: number; path: string };
  label: string;
  /** In pixels; on paper 96 of them are an inch. */
  width?: number;
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={width}
      height={width}
      shapeRendering="crispEdges"
      className="shrink-0"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
