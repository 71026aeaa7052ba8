// The notification view: for each person and day, how many sounds there were and at what hours.

import { el } from "/page/dom.js";
import { messagesOf, state } from "/page/state.js";
import { count, dayKey, hour, shortDay, time } from "/page/swedish.js";

const DAYS_SHOWN = 7;
const isNight = (hourOfDay) => hourOfDay >= 20 || hourOfDay < 8;

export function drawSounds(node) {
  if (node.contains(document.activeElement)) return;
  node.replaceChildren(...[...state.people.values()].map(personSounds));
}

function personSounds(person) {
  const days = [...soundsByDay(person.id).values()].slice(-DAYS_SHOWN).reverse();
  return el("div", { class: "person-sounds" }, el("h4", {}, person.name),
    days.length === 0 && el("p", { class: "hint" }, "Inga meddelanden från boten än."),
    el("ul", {}, days.map(dayRow)));
}

export function soundsByDay(personId) {
  const days = new Map();
  for (const message of heardBy(personId)) {
    const when = new Date(message.at);
    const key = dayKey(when);
    if (!days.has(key)) days.set(key, { when, loud: [], quiet: 0 });
    if (message.silent) days.get(key).quiet += 1;
    else days.get(key).loud.push(when);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function heardBy(personId) {
  const hears = (chat) => (chat.private ? chat.id === personId : chat.members.includes(personId));
  return [...state.chats.values()].filter(hears).flatMap((chat) => messagesOf(chat.id))
    .filter((message) => message.from.bot && !message.service);
}

function dayRow({ when, loud, quiet }) {
  const hours = loud.map((moment) => time(moment));
  const words = [count(loud.length, "pling", "pling"), quiet > 0 && `${quiet} utan ljud`].filter(Boolean).join(", ");
  return el("li", {}, el("span", { class: "sound-day" }, shortDay(when)),
    el("span", { class: "sound-hours", role: "img", "aria-label": `Klockslag: ${hours.join(", ") || "inga"}`, title: hours.join(", ") },
      Array.from({ length: 24 }, (_, at) => cell(at, loud))),
    el("span", { class: "sound-sum" }, words));
}

function cell(at, loud) {
  const rings = loud.filter((moment) => hour(moment) === at).length;
  return el("i", { class: `${isNight(at) ? "night" : ""} ${rings > 0 ? "rang" : ""}`, data: { rings: Math.min(rings, 3) } });
}
