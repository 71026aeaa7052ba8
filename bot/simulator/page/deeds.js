// What a person on the page does, sent to the server; a refusal is told in the status line.

import { byId } from "/page/dom.js";

export async function deed(name, fields = {}) {
  const form = new FormData();
  form.set("deed", name);
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.set(key, value);
  }
  try {
    const reply = await fetch("/page/deed", { method: "POST", body: form });
    const answer = await reply.json();
    if (!reply.ok) tell(answer.why);
    return reply.ok ? answer : null;
  } catch {
    tell("Servern svarar inte. Kör programmet fortfarande?");
    return null;
  }
}

let clearing = 0;

export function tell(text) {
  byId("status").textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { byId("status").textContent = ""; }, 6000);
}
