// Starts the console's page and brings it back by itself: after a short break, a restart of the bot, or the end of the session.
import './notices.js';

const secondsBetweenTries = (attempt) => Math.min(attempt, 5);
const modal = document.getElementById('components-reconnect-modal');

/** Loads the page anew once the bot answers again; a session that is over then leads to signing in. */
async function reloadWhenBack() {
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch('/staff/session', { cache: 'no-store' });
      location.reload();
      return;
    } catch {
      await new Promise((again) => setTimeout(again, 1000 * secondsBetweenTries(attempt)));
    }
  }
}

modal.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  // The bot was restarted and knows nothing of this page any more.
  if (detail.state === 'rejected' || detail.state === 'failed' || detail.state === 'resume-failed') {
    modal.classList.add('components-reconnect-show');
    reloadWhenBack();
  }
});
document.getElementById('reconnect-now').addEventListener('click', reloadWhenBack);

// The skip link leads the keyboard too, not only the eye.
addEventListener('click', (event) => {
  if (event.target.closest?.('.skip')) {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}, { capture: true });

// A page somebody works at keeps the session; one left alone lets it end.
let isBusy = false;
for (const act of ['pointerdown', 'keydown']) {
  addEventListener(act, () => { isBusy = true; }, { passive: true });
}
setInterval(async () => {
  if (isBusy) {
    isBusy = false;
    const answer = await fetch('/staff/session', { cache: 'no-store' }).catch(() => null);
    if (answer?.status === 401) {
      location.reload();
    }
  }
}, 10 * 60 * 1000);

try {
  await Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: (attempt) => 1000 * secondsBetweenTries(attempt) },
    },
  });
} catch {
  reloadWhenBack();
}
