/** A live document means nothing on the server's side of a page. */
export const ssr = false;
