// The page itself: listens to the server, keeps one pane per chat and shows the chosen ones.

import { startBackstage } from "/page/backstage.js";
import { startClock } from "/page/clock.js";
import { byId, el } from "/page/dom.js";
import { makePane } from "/page/pane.js";
import { isPhone, makePeople, onPhoneChange, ordered } from "/page/people.js";
import { on, state } from "/page/state.js";
import { listen } from "/page/stream.js";

const panes = new Map();
const people = makePeople({ onchange: (id) => arrange(id) });
const world = {
  isPhone,
  open: (id) => people.show(id),
  hide: (id) => people.hide(id),
  expect: (person) => { expected = { person, until: Date.now() + PATIENCE }; },
};
const PATIENCE = 5000;
let expected = { person: null, until: 0 };
let arrived = false;

function arrange(opened = null) {
  for (const chat of ordered()) paneOf(chat.id);
  for (const [id, pane] of panes) {
    const visible = state.chats.has(id) && !state.chats.get(id).moved && people.isVisible(id);
    const appears = visible && pane.node.hidden;
    pane.node.hidden = !visible;
    if (appears) { pane.draw(); pane.history.toEnd(); }
  }
  byId("panes").classList.toggle("none", [...panes.values()].every((pane) => pane.node.hidden));
  people.draw();
  if (opened !== null) panes.get(opened)?.node.scrollIntoView({ inline: "nearest", block: "nearest" });
}

function paneOf(id) {
  if (panes.has(id)) return panes.get(id);
  const pane = makePane(id, world);
  pane.node.hidden = true;
  panes.set(id, pane);
  byId("panes").append(pane.node);
  return pane;
}

function drawChat(id) {
  const pane = panes.get(id);
  if (pane && !pane.node.hidden) pane.draw();
  people.draw();
}

function onSnapshot() {
  byId("bot-name").textContent = state.bot.name;
  document.title = `${state.bot.name} · provrummet`;
  if (!arrived) people.chooseFirst();
  arrived = true;
  arrange();
  for (const pane of panes.values()) if (!pane.node.hidden) pane.redrawAll();
}

function onNewChat(news) {
  if (panes.has(news.chat.id)) drawChat(news.chat.id);
  else if (isPhone()) arrange();
  else people.show(news.chat.id);
}

function onPerson() {
  for (const [id, pane] of panes) if (state.chats.has(id) && !pane.node.hidden) pane.draw();
  people.draw();
}

// The bot may answer a tap in the group by opening the tapper's own chat, which is then shown.
function follow({ chat, message }) {
  if (chat !== expected.person || Date.now() > expected.until || !message.text.startsWith("/start")) return;
  expected.until = 0;
  people.show(chat);
}

byId("panes").append(el("p", { class: "empty" }, "Välj vilka samtal du vill se, här ovanför."));
on("snapshot", onSnapshot);
on("message", (news) => {
  if (news.message.from.bot) panes.get(news.chat)?.head.spoke();
  drawChat(news.chat);
  follow(news);
});
on("answered", (news) => panes.get(news.chat)?.history.answered());
on("chat", onNewChat);
on("person", onPerson);
on("toast", (news) => panes.get(news.chat)?.toast.show(news.text, news.alert));
on("typing", (news) => panes.get(news.chat)?.head.typing());
onPhoneChange(() => arrange());
document.addEventListener("visibilitychange", () => { if (!document.hidden && arrived) onPerson(); });

startClock();
startBackstage();
listen();
