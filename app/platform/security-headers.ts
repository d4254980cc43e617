/** Headers of every answer. Exceptions to the strict policy stand here with their reason, nowhere else. */
export function securityHeaders(options: {
  nonce: string;
  https: boolean;
  /** True on the one page that reads tickets with the camera. */
  camera?: boolean;
}): Record<string, string> {
  const policy = [
    "default-src 'none'",
    // Only our own files and inline scripts with this answer's nonce.
    `script-src 'self' 'nonce-${options.nonce}'`,
    "style-src 'self'",
    // data: for QR codes that the server draws as SVG.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(options.https ? ["upgrade-insecure-requests"] : []),
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": `camera=(${options.camera ? "self" : ""}), microphone=(), geolocation=(), payment=(), usb=()`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(options.https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
