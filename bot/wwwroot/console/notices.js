// Desktop notices and a sound for new cases, once somebody has asked for them with the button. Each browser remembers it.
const key = 'billingbot.notices';
let audio = null;

const isOn = () => localStorage.getItem(key) === 'on';

/** 'on', 'off', or 'denied': the sound is on or off with it, but the browser shows no notices. */
function state() {
  return isOn() && 'Notification' in window && Notification.permission === 'denied' ? 'denied' : isOn() ? 'on' : 'off';
}

async function toggle() {
  localStorage.setItem(key, isOn() ? 'off' : 'on');
  if (isOn()) {
    ring();
    if ('Notification' in window && Notification.permission === 'default') {
      await Notification.requestPermission();
    }
  }
  return state();
}

/** Two soft tones. A browser lets a page sound only after somebody has used it. */
function ring() {
  audio ??= new AudioContext();
  audio.resume();
  [[660, 0], [880, 0.18]].forEach(([pitch, later]) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + later;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.2, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  });
}

function tell(title, text, address) {
  if (!isOn()) {
    return;
  }
  ring();
  if ('Notification' in window && Notification.permission === 'granted') {
    // The same tag in several windows shows one notice.
    const notice = new Notification(title, { body: text.slice(0, 120), tag: address });
    notice.onclick = () => {
      window.focus();
      notice.close();
      Blazor.navigateTo(address);
    };
  }
}

window.consoleNotices = { state, toggle, tell };
