// The case page in the browser: words that are being written are kept here, so that neither a slow line nor a restart of the bot loses any.
const secondsForAnAnswer = 15;
const secondsBetweenTries = 2;
const secondsBetweenTyping = 3;
const near = 48;

/** More than a note may hold. What is far longer would end the connection, at each try again. */
const longest = 10000;

const pause = (seconds) => new Promise((done) => setTimeout(done, 1000 * seconds));
const inTime = (promise) => Promise.race([promise, pause(secondsForAnAnswer).then(() => { throw new Error('No answer in time.'); })]);

export const show = (dialog) => dialog.open || dialog.showModal();
export const hide = (dialog) => dialog.close();

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Alt and a letter press the button that carries it, wherever the focus is, as long as the page is open. */
export function shortcuts(page) {
  const press = (event) => {
    if (!page.isConnected) {
      document.removeEventListener('keydown', press);
    } else if (event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing) {
      const button = page.querySelector(`[data-shortcut="${CSS.escape(event.code)}"]`);
      if (button?.checkVisibility() && !document.querySelector('dialog[open]')) {
        event.preventDefault();
        button.click();
      }
    }
  };
  document.addEventListener('keydown', press);
  page.dataset.keys = '';
}

/** Keeps the newest in view, unless the reader scrolled up. */
export function followNewest(log, button) {
  let follows = true;
  const toEnd = () => { log.scrollTop = log.scrollHeight; };
  const settle = () => {
    if (follows) {
      toEnd();
    }
  };
  log.addEventListener('scroll', () => {
    follows = log.scrollHeight - log.scrollTop - log.clientHeight < near;
    if (follows) {
      button.hidden = true;
    }
  }, { passive: true });
  new MutationObserver((changes) => {
    settle();
    button.hidden = follows || !(changes.some((change) => change.addedNodes.length > 0) || !button.hidden);
  }).observe(log, { childList: true, subtree: true, characterData: true });
  new ResizeObserver(settle).observe(log);
  button.addEventListener('click', () => {
    follows = true;
    toEnd();
    log.focus({ preventScroll: true });
  });
  toEnd();
}

/** The composer. What is typed and not yet said is kept for the tab, with an id for each sending: a repeat is not said twice. */
export function compose(form, page) {
  // Another person who signs in at the same tab neither sees these words nor sends them.
  const place = `billingbot.case.${form.dataset.case}.${form.dataset.who}`;
  const text = form.querySelector('[data-text]');
  const refused = form.querySelector('[data-refused]');
  const waiting = form.querySelector('[data-outbox]');
  const [reply, note] = form.querySelectorAll('input[name=mode]');
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? { text: '', isNote: false, outbox: [] };
  const outbox = kept.outbox;
  let [isSending, isOver, lastTyping, maySpeak] = [false, false, 0, false];

  const keep = () => sessionStorage.setItem(place, JSON.stringify({ text: text.value, isNote: note.checked, outbox }));
  const paint = () => {
    form.classList.toggle('is-note', note.checked);
    form.querySelector('button:not([type])').disabled = reply.checked && !maySpeak;
  };
  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight / 3)}px`;
  };

  function tell(state) {
    waiting.replaceChildren(...outbox.map((item, index) => {
      const entry = document.createElement('li');
      entry.dir = 'auto';
      entry.classList.toggle('note', item.isNote);
      entry.append(item.text, ' ');
      const status = document.createElement('small');
      status.textContent = index === 0 ? state : form.dataset.sending;
      entry.append(status);
      return entry;
    }));
  }

  async function flush() {
    if (isSending) {
      return;
    }

    isSending = true;
    while (outbox.length > 0 && !isOver) {
      const item = outbox[0];
      try {
        const why = item.text.length > longest
          ? form.dataset.tooLong
          : await inTime(page.invokeMethodAsync('SendAsync', item.id, item.isNote, item.text));
        outbox.shift();
        if (why) {
          giveBack(item, why);
        }
        keep();
        tell(form.dataset.sending);
      } catch {
        tell(form.dataset.waiting);
        await pause(secondsBetweenTries);
      }
    }

    isSending = false;
  }

  /** What was refused stands in the box again, with what was to follow it. What holds any words of a note is a note. */
  function giveBack(item, why) {
    const later = outbox.filter((other) => other.isNote === item.isNote);
    outbox.splice(0, outbox.length, ...outbox.filter((other) => other.isNote !== item.isNote));
    const isNote = item.isNote || (text.value.trim() !== '' && note.checked);
    text.value = [item.text, ...later.map((other) => other.text), text.value].filter((part) => part).join('\n\n');
    (isNote ? note : reply).checked = true;
    refused.textContent = why;
    grow();
    paint();
    text.focus();
  }

  function send() {
    if (!text.value.trim() || (reply.checked && !maySpeak)) {
      return;
    }

    refused.textContent = '';
    outbox.push({ id: crypto.randomUUID(), isNote: note.checked, text: text.value });
    text.value = '';
    keep();
    grow();
    tell(form.dataset.sending);
    flush();
  }

  text.addEventListener('keydown', (event) => {
    // 229: the key belongs to an input method that is still composing.
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      send();
    }
  });
  text.addEventListener('input', () => {
    keep();
    grow();
    const now = performance.now();
    if (reply.checked && maySpeak && text.value && now - lastTyping > 1000 * secondsBetweenTyping) {
      lastTyping = now;
      page.invokeMethodAsync('TypesAsync').catch(() => {});
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    text.focus();
  });
  form.addEventListener('change', () => {
    keep();
    paint();
  });

  text.value = kept.text;
  (kept.isNote ? note : reply).checked = true;
  grow();
  tell(form.dataset.sending);
  flush();

  return {
    /** Whether words for the customer can be sent now. Nothing that is typed changes its meaning by it. */
    allow(may) {
      maySpeak = may;
      reply.disabled = !may && !text.value;
      if (!text.value) {
        (may ? reply : note).checked = true;
      }
      paint();
    },
    insert(words) {
      text.focus();
      text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
      const open = /\{[^{}\s]+\}/.exec(words);
      if (open) {
        const start = text.value.indexOf(open[0]);
        text.setSelectionRange(start, start + open[0].length);
      }
      keep();
      grow();
    },
    end() {
      isOver = true;
    },
  };
}
