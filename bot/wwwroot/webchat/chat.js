// Opens or resumes the conversation and hands it to Web Chat. Everything that changes who talks about what reloads the
// page, so that there is one way to start.
import * as session from './session.js';
import { cardLooks, styleOptions } from './looks.js';

const settings = JSON.parse(document.getElementById('settings').textContent);
const { texts } = settings;
const personKey = 'billingbot.person';
const refreshEvery = 10 * 60 * 1000;
// Numbers of Direct Line's connectionStatus$.
const online = 2, expiredToken = 3, failedToConnect = 4;

const element = id => document.getElementById(id);
const intro = element('intro');
const newConversation = element('new-conversation');

function restart() {
  session.forget();
  location.reload();
}

function say(text, label, act) {
  const notice = element('notice');
  notice.textContent = text;
  if (act) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: label });
    button.addEventListener('click', act);
    notice.append(' ', button);
  }
}

const sayWithRetry = text => say(text, texts.TryAgain, () => location.reload());

/** Direct Line's client comes back by itself but tells nobody that its stream was lost, so the stream is watched here. */
function watchConnection() {
  let lost = false;
  addEventListener('pagehide', () => lost = true);
  globalThis.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('open', () => {
        if (lost) say('');
        lost = false;
      });
      this.addEventListener('close', () => {
        if (!lost) sayWithRetry(texts.Reconnecting);
        lost = true;
      });
    }
  };
}

async function conversation() {
  const earlier = session.read();
  const resumed = earlier && await session.refresh(earlier);
  if (earlier && !resumed) {
    session.forget();
    say(texts.Expired);
  }
  return resumed ?? await session.open(sessionStorage.getItem(personKey));
}

function connect({ token, conversationId, started }) {
  const directLine = WebChat.createDirectLine({
    domain: new URL('/v3/directline', location).href,
    token,
    conversationId: started ? conversationId : undefined,
    conversationStartProperties: { locale: settings.locale },
  });
  let ended = false;
  directLine.connectionStatus$.subscribe(status => {
    if (status === online) session.started();
    if (status === failedToConnect && !ended) sayWithRetry(texts.Unavailable);
    if (status === expiredToken) {
      ended = true;
      say(texts.Ended, texts.NewConversation, restart);
    }
  });
  return directLine;
}

/** Sees every message pass: the examples stand in for the greeting's buttons, and give way to the customer's first words. */
const store = () => WebChat.createStore({}, () => next => action => {
  const activity = action.payload?.activity;
  const sent = action.type === 'DIRECT_LINE/POST_ACTIVITY';
  const came = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY';
  if (activity?.type === 'message' && (sent || (came && activity.from.role === 'user'))) {
    if (intro.contains(document.activeElement)) document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
    intro.hidden = true;
    newConversation.disabled = false;
  }
  if (came && !intro.hidden) {
    return next({ ...action, payload: { activity: { ...activity, suggestedActions: undefined } } });
  }
  return next(action);
});

function show(directLine, store) {
  WebChat.renderWebChat({
    directLine,
    store,
    locale: settings.locale,
    nonce: settings.nonce,
    role: 'region',
    sendTypingIndicator: true,
    styleOptions: styleOptions(settings),
    adaptiveCardsHostConfig: cardLooks(settings),
    overrideLocalizedStrings: strings => ({
      ...strings,
      TEXT_INPUT_PLACEHOLDER: texts.Placeholder,
      KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: texts.LeaveMessage,
      MARKDOWN_EXTERNAL_LINK_ALT: texts.OpensWindow,
    }),
  }, element('chat'));
}

function offerExamples(store) {
  for (const button of intro.querySelectorAll('button')) {
    button.disabled = false;
    button.addEventListener('click', () => store.dispatch({
      type: 'WEB_CHAT/SEND_MESSAGE',
      payload: { text: button.textContent, method: 'keyboard' },
    }));
  }
}

function offerNewConversation() {
  const confirm = element('confirm');
  newConversation.addEventListener('click', () => confirm.showModal());
  confirm.addEventListener('close', () => confirm.returnValue === 'new' && restart());
}

function offerPeople() {
  const choice = element('chat-as');
  if (!choice) return;
  choice.value = sessionStorage.getItem(personKey) ?? '';
  choice.addEventListener('change', () => {
    sessionStorage.setItem(personKey, choice.value);
    restart();
  });
}

async function start() {
  offerPeople();
  offerNewConversation();
  watchConnection();
  try {
    const chat = store();
    show(connect(await conversation()), chat);
    offerExamples(chat);
    setInterval(() => session.refresh(session.read()), refreshEvery);
  } catch (refusal) {
    if (refusal.status === 403) say(texts.SignIn);
    else sayWithRetry(refusal.status === 429 ? texts.Busy : texts.Unavailable);
  }
}

start();
