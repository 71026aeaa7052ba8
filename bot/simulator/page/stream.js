// The server tells the page what happens; the browser itself reconnects and says what it saw last.

import { byId } from "/page/dom.js";
import { receive } from "/page/state.js";

const KINDS = ["snapshot", "message", "chat", "person", "toast", "answered", "offered", "typing", "call", "calls", "clock", "upcoming"];

export function listen() {
  const source = new EventSource("/page/events");
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => receive(kind, JSON.parse(event.data)));
  }
  source.addEventListener("open", () => connected(true));
  source.addEventListener("error", () => connected(false));
}

function connected(yes) {
  document.body.classList.toggle("offline", !yes);
  byId("status").textContent = yes ? "" : "Tappade kontakten med servern. Försöker igen …";
}
