/** Messages that a page shows once after a form was taken. The keys travel in a cookie; unknown ones show nothing. */
export const notices: Record<string, string> = {
  "signed-in": "ログインしました。",
  "signed-out": "ログアウトしました。",
  "address-confirmed": "メールアドレスを確認しました。ログインしてください。",
  "address-confirmed-waiting":
    "メールアドレスを確認しました。事務局がお申し込みを確認し、承認のメールをお送りします。ログインすると状況が分かります。",
  "confirmation-resent": "確認を待っている登録があるアドレスには、メールをもう一度送りました。",
  "password-changed": "パスワードを変えました。新しいパスワードでログインしてください。",
  "account-approved": "承認しました。申し込んだ方にメールでお知らせします。",
  "account-declined": "お申し込みを承認せず、アカウントを停止しました。",
  "role-changed": "役割を変えました。その人のログインは切れました。",
  "account-closed": "アカウントを停止しました。",
  "account-reopened": "アカウントを再開しました。",
  "subscription-confirmed": "登録が完了しました。次の号からお届けします。",
  "subscription-withdrawn": "配信を停止しました。",
  "campaign-created": "下書きを保存しました。内容を確かめてから送信してください。",
  "campaign-test-sent": "自分宛てにテスト送信しました。",
  "campaign-sent": "送信を始めました。ページを開き直すと、送信の状況が新しくなります。",
  "registration-registered": "申し込みました。参加票をメールでお送りします。",
  "registration-waiting":
    "キャンセル待ちに登録しました。席が空くと自動で申込済みになり、参加票をメールでお送りします。",
  "registration-repeated":
    "すでに申し込んでいます。内容を変えるときは、いちど取り消してから申し込み直してください。",
  "registration-cancelled": "申し込みを取り消しました。確認のメールをお送りします。",
  "check-in-made": "受付しました。",
  "check-in-repeated": "この受付はすでに記録されています。",
  "check-in-voided": "受付を取り消しました。",
  "profile-submitted": "承認を申請しました。事務局が確認するまで、公開中のページは変わりません。",
  "profile-draft-saved": "下書きを保存しました。",
  "revision-published": "公開しました。企業の担当者にメールで知らせます。",
  "revision-returned": "差し戻しました。企業の担当者に理由をメールで知らせます。",
  "observation-recorded": "公表値を記録しました。",
};
