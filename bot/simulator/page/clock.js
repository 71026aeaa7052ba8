// The hall's clock: what it shows, and the ways to move it forward.

import { deed } from "/page/deeds.js";
import { button, byId, disclosure, el, hidden } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { now, on, state } from "/page/state.js";
import { longDay, shortDay, time, until, wallClock } from "/page/swedish.js";

const STEPS = [
  [{ seconds: 60 }, "+1 minut"], [{ seconds: 3600 }, "+1 timme"],
  [{ days: 1 }, "+1 dag"], [{ days: 7 }, "+1 vecka"],
];
const LISTED = 12;

export function startClock() {
  const parts = build();
  byId("clock").replaceChildren(parts.face, parts.moves);
  for (const kind of ["snapshot", "clock"]) on(kind, () => tick(parts));
  for (const kind of ["snapshot", "upcoming"]) on(kind, () => drawUpcoming(parts));
  setInterval(() => tick(parts), 1000);
}

function build() {
  const parts = { day: el("span", { class: "clock-day" }), hour: el("time", { class: "clock-hour" }) };
  parts.face = el("p", { class: "clock-face" }, icon("clock"), parts.day, parts.hour);
  parts.next = el("button", { type: "button", class: "primary next", disabled: true });
  parts.list = el("ol", { class: "coming" });
  parts.when = el("input", { type: "datetime-local", name: "when", required: true });
  parts.panel = panel(parts);
  const more = el("button", { type: "button", class: "primary more", title: "Flytta klockan" }, icon("down"), hidden("Flytta klockan"));
  parts.fold = disclosure(more, parts.panel, { onopen: () => { parts.when.value = wallClock(now()); drawUpcoming(parts); } });
  parts.moves = el("div", { class: "moves" }, parts.next, more, parts.panel);
  return parts;
}

function panel(parts) {
  const go = el("form", { class: "to-hour", onsubmit: (event) => { event.preventDefault(); move(parts, { to: parts.when.value }); } },
    el("label", {}, "Till dag och tid ", parts.when), el("button", { type: "submit" }, "Gå dit"));
  return el("div", { class: "card popup clock-panel", hidden: true },
    el("h2", {}, "Hoppa till"), parts.list,
    el("h2", {}, "Eller lite i taget"),
    el("div", { class: "steps" }, STEPS.map(([step, label]) => button(label, () => move(parts, step, false)))), go,
    el("p", { class: "hint" }, "Klockan går bara framåt. Allt som ska hända på vägen händer i tur och ordning."));
}

async function move(parts, fields, shut = true) {
  if (document.body.classList.contains("travelling")) return;
  document.body.classList.add("travelling");
  byId("clock").setAttribute("aria-busy", "true");
  await deed("moves_clock", fields);
  document.body.classList.remove("travelling");
  byId("clock").removeAttribute("aria-busy");
  if (shut) parts.fold.close(true);
}

function tick(parts) {
  const present = now();
  write(parts.day, longDay(present));
  write(parts.hour, time(present));
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function drawUpcoming(parts) {
  const [first] = state.upcoming;
  parts.next.disabled = first === undefined;
  parts.next.onclick = () => move(parts, { to: first.at });
  parts.next.replaceChildren(icon("forward"), el("span", { class: "next-text" },
    el("strong", {}, "Hoppa till nästa"), el("small", {}, first ? `${stamp(first)} · ${first.label}` : "Inget väntar just nu")));
  parts.list.replaceChildren(...state.upcoming.slice(0, LISTED).map((event) => el("li", {}, stop(parts, event))));
  if (!first) parts.list.replaceChildren(el("li", { class: "hint" }, "Boten har inget planerat."));
}

function stop(parts, event) {
  const when = new Date(event.at);
  return button([el("span", { class: "coming-when" }, stamp(event)),
    el("span", { class: "coming-label" }, event.label), el("small", {}, until(when, now()))],
  () => move(parts, { to: event.at }));
}

function stamp(event) {
  const when = new Date(event.at);
  return `${shortDay(when)} ${time(when)}`;
}
