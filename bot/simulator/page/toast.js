// The bot's answer to a tap: a note that fades, or an alert that must be dismissed.

import { button, el } from "/page/dom.js";

const SHOWN = 5000;

export function makeToast() {
  const node = el("div", { class: "toasts" });
  return { node, show: (text, alert) => (alert ? showAlert(node, text) : showNote(node, text)) };
}

function showNote(node, text) {
  const note = el("p", { class: "toast", role: "status" }, text);
  node.replaceChildren(note);
  setTimeout(() => note.remove(), SHOWN);
}

function showAlert(node, text) {
  const before = document.activeElement;
  const ok = button("OK", () => { box.remove(); before?.focus?.(); }, { class: "primary" });
  const box = el("div", { class: "alert", role: "alertdialog", "aria-label": "Svar från boten" }, el("p", {}, text), ok);
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") ok.click(); });
  node.replaceChildren(box);
  if (node.parentElement.contains(before)) ok.focus();
}
