/** A thin bar of a share (1 = full) beside its number; the number says the same, so programs skip the bar. */
export function ShareBar({
  share,
  isReached = false,
  isWide = false,
}: {
  share: number | null;
  /** Drawn in the colour of what is reached, or of the own area among others. */
  isReached?: boolean;
  /** As wide as its cell and higher: for bars that are compared with each other. */
  isWide?: boolean;
}) {
  if (share === null) return null;
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={isWide ? "mt-1 h-3 w-full" : "mt-1 h-1.5 w-full max-w-40"}
    >
      <rect width="100" height="6" className="fill-solid-gray-200" />
      <rect width={width} height="6" className={isReached ? "fill-success-2" : "fill-key-700"} />
    </svg>
  );
}
