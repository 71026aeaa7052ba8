// Behind the scenes: how often each person was rung, the chats as text, the bot's calls, a restart.

import { deed, tell } from "/page/deeds.js";
import { button, byId, el, iconButton } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { drawSounds } from "/page/sounds.js";
import { on, state } from "/page/state.js";
import { ordered } from "/page/people.js";
import { shortDay, time } from "/page/swedish.js";

const CALLS_SHOWN = 100;

export function startBackstage() {
  const opener = byId("behind");
  const room = byId("backstage");
  const parts = build(() => show(false));
  room.append(...parts.all);
  const show = (yes) => {
    room.hidden = !yes;
    opener.setAttribute("aria-expanded", String(yes));
    document.body.classList.toggle("with-backstage", yes);
    if (yes) { redraw(parts); parts.close.focus(); } else opener.focus();
  };
  opener.addEventListener("click", () => show(room.hidden));
  room.addEventListener("keydown", (event) => { if (event.key === "Escape") show(false); });
  listen(parts, room);
}

function listen(parts, room) {
  let waiting = false;
  const later = () => {
    if (room.hidden || waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; redraw(parts); }, 250);
  };
  for (const kind of ["snapshot", "message", "chat", "person", "call"]) on(kind, later);
}

function build(close) {
  const parts = { sounds: el("div"), files: el("ul", { class: "file-list" }), calls: el("tbody") };
  parts.onlyErrors = el("input", { type: "checkbox", onchange: () => drawCalls(parts) });
  parts.restart = button("Starta om boten", () => restart(parts), {});
  parts.close = iconButton(icon("close"), "Stäng", close, { class: "round" });
  parts.all = [
    el("header", { class: "backstage-head" }, el("h2", {}, "Bakom kulisserna"), parts.close),
    section("Hur ofta det plingar", el("p", { class: "hint" }, "Ett pling per meddelande med ljud, dag för dag. Skuggat är natt, 21–08."), parts.sounds),
    section("Samtalen som text", parts.files),
    section("Starta om", el("p", { class: "hint" }, "Boten stängs av och startas igen. Ingen i samtalen ska märka det."), parts.restart),
    section("Vad boten har bett Telegram om", el("label", { class: "only" }, parts.onlyErrors, " Visa bara det som nekats"), callTable(parts)),
  ];
  return parts;
}

function section(title, ...content) {
  return el("section", {}, el("h3", {}, title), ...content);
}

function callTable(parts) {
  const heads = ["Tid", "Anrop", "Svar"].map((head) => el("th", { scope: "col" }, head));
  return el("div", { class: "calls", tabindex: "0", role: "region", "aria-label": "Anrop" },
    el("table", {}, el("thead", {}, el("tr", {}, heads)), parts.calls));
}

function redraw(parts) {
  parts.restart.disabled = !state.can.restart;
  drawSounds(parts.sounds);
  drawFiles(parts.files);
  drawCalls(parts);
}

function drawFiles(list) {
  if (list.contains(document.activeElement)) return;
  list.replaceChildren(...ordered().map((chat) => el("li", {},
    el("a", { href: `/page/transcript?chat=${chat.id}`, download: true }, icon("download"), chat.title))));
}

function drawCalls(parts) {
  const wanted = parts.onlyErrors.checked ? state.calls.filter((call) => call.status !== 200) : state.calls;
  parts.calls.replaceChildren(...wanted.slice(-CALLS_SHOWN).reverse().map(callRow));
}

function callRow(call) {
  const when = new Date(call.at);
  const good = call.status === 200;
  return el("tr", { class: good ? "" : "refused" },
    el("td", {}, `${shortDay(when)} ${time(when)}`),
    el("td", {}, el("code", {}, call.method), " ", el("span", {}, call.about)),
    el("td", {}, good ? "OK" : `${call.status} ${call.answer}`));
}

async function restart(parts) {
  parts.restart.disabled = true;
  if (await deed("restarts")) tell("Boten har startat om.");
  parts.restart.disabled = false;
}
