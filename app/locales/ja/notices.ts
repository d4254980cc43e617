/** Messages that a page shows once after a form was taken. The keys travel in a cookie; unknown ones show nothing. */
export const notices: Record<string, string> = {
  "signed-in": "ログインしました。",
  "signed-out": "ログアウトしました。",
};
