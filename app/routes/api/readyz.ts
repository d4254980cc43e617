export const handle = { access: "public" };
export const loader = () => new Response("stub");
