export const handle = { access: "public", title: "準備中" };
export default function Stub() { return <p>準備中</p>; }
