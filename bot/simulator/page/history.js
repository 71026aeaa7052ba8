// The messages of one chat as one person sees them; redraws only what changed, keeps focus and place.

import { bubble } from "/page/bubble.js";
import { el } from "/page/dom.js";
import { messagesOf, now } from "/page/state.js";
import { dayKey, dayMark } from "/page/swedish.js";

const NEAR_THE_END = 120;

export function makeHistory(label, viewOf) {
  const node = el("div", { class: "history", role: "log", "aria-label": label, tabindex: "0" });
  const memory = { node, viewOf, drawn: new Map(), lastDay: "", divider: null, following: true };
  node.addEventListener("scroll", () => { memory.following = isAtEnd(node); });
  new ResizeObserver(() => { if (memory.following) toEnd(memory); }).observe(node);
  return {
    node,
    draw: (chatId, viewer) => redraw(memory, chatId, viewer),
    clear: () => clear(memory),
    markNew: (id) => markNew(memory, id),
    unmark: () => { memory.divider?.remove(); memory.divider = null; },
    show: (id) => show(memory, id),
    answered: () => node.querySelectorAll(".busy").forEach((key) => key.classList.remove("busy")),
    toEnd: () => toEnd(memory),
  };
}

function clear(memory) {
  memory.node.replaceChildren();
  memory.drawn.clear();
  memory.lastDay = "";
  memory.divider = null;
}

function redraw(memory, chatId, viewer) {
  const following = memory.following || isAtEnd(memory.node);
  for (const message of messagesOf(chatId)) drawOne(memory, message, viewer);
  if (following) toEnd(memory);
}

const isAtEnd = (node) => node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_THE_END;

function toEnd(memory) {
  memory.following = true;
  memory.node.scrollTop = memory.node.scrollHeight;
}

function drawOne(memory, message, viewer) {
  const print = JSON.stringify([message, viewer]);
  const known = memory.drawn.get(message.id);
  if (known?.print === print) return;
  const fresh = bubble(memory.viewOf(message));
  if (known) replace(known.node, fresh);
  else append(memory, message, fresh);
  memory.drawn.set(message.id, { print, node: fresh });
}

function append(memory, message, fresh) {
  const when = new Date(message.at);
  if (memory.lastDay !== dayKey(when)) {
    memory.lastDay = dayKey(when);
    memory.node.append(el("h3", { class: "day" }, el("span", {}, dayMark(when, now()))));
  }
  memory.node.append(fresh);
}

// Whoever stood on a button that was redrawn stands on the one in its place, or on the message.
function replace(old, fresh) {
  const place = [...old.querySelectorAll("button")].indexOf(document.activeElement);
  const unfolded = [...old.querySelectorAll(".unfold")].map((opener) => opener.getAttribute("aria-expanded") === "true");
  old.replaceWith(fresh);
  [...fresh.querySelectorAll(".unfold")].forEach((opener, at) => unfolded[at] && opener.click());
  if (place < 0) return;
  const buttons = [...fresh.querySelectorAll("button")];
  (buttons[Math.min(place, buttons.length - 1)] ?? fresh).focus({ preventScroll: true });
}

function markNew(memory, id) {
  const first = memory.drawn.get(id)?.node;
  if (!first) return;
  memory.divider?.remove();
  memory.divider = el("p", { class: "new-mark" }, el("span", {}, "Nytt"));
  first.before(memory.divider);
}

function show(memory, id) {
  const found = memory.drawn.get(id)?.node;
  found?.scrollIntoView({ block: "center" });
  found?.focus({ preventScroll: true });
}
