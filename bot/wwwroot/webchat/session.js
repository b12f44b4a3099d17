// The conversation of this browser tab. It survives a reload, and ends when its token was not refreshed in time.
const key = 'billingbot.conversation';

export const read = () => JSON.parse(sessionStorage.getItem(key));
export const write = conversation => sessionStorage.setItem(key, JSON.stringify(conversation));
export const forget = () => sessionStorage.removeItem(key);

/** Opens a new conversation. Throws the response when it is refused. */
export async function open(person) {
  const response = await fetch('/webchat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: person ? JSON.stringify({ as: person }) : undefined,
  });
  if (!response.ok) throw response;
  const { conversationId, token } = await response.json();
  write({ conversationId, token, started: false });
  return read();
}

/** Refreshes the token. Null when the conversation has ended; unchanged when the server cannot be asked. */
export async function refresh(conversation) {
  let response;
  try {
    response = await fetch('/v3/directline/tokens/refresh', {
      method: 'POST',
      headers: { Authorization: `Bearer ${conversation.token}` },
    });
  } catch {
    return conversation;
  }
  if (response.status === 401 || response.status === 403) return null;
  if (!response.ok) return conversation;
  const { token } = await response.json();
  write({ ...read(), token });
  return read();
}

/** Remembers that the conversation was started, so that a reload comes back to it. */
export const started = () => write({ ...read(), started: true });
