// How dates, hours and numbers are written in Swedish; the hall's clock is in Stockholm.

const ZONE = "Europe/Stockholm";

const format = (options) => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, ...options });
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const DAY = format({ weekday: "long", day: "numeric", month: "long" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short" });
const TIME = format({ hour: "2-digit", minute: "2-digit" });
const KEY = format({ year: "numeric", month: "2-digit", day: "2-digit" });

const withoutDots = (text) => text.replaceAll(".", "");

export const longDay = (when) => LONG_DAY.format(when);
export const day = (when) => DAY.format(when);
export const shortDay = (when) => withoutDots(SHORT_DAY.format(when));
export const dayKey = (when) => KEY.format(when);
export const time = (when) => TIME.format(when).replace(":", ".");
export const hour = (when) => Number(TIME.format(when).slice(0, 2));

export function wallClock(when) {
  return `${dayKey(when)}T${TIME.format(when)}`;
}

// The year is only said when it is another than the hall's.
export function dayMark(when, now) {
  return dayKey(when).slice(0, 4) === dayKey(now).slice(0, 4) ? day(when) : longDay(when);
}

export function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} byte`;
  if (bytes < 1048576) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
}

export function until(when, now) {
  const minutes = Math.round((when - now) / 60000);
  if (minutes < 1) return "nu";
  if (minutes < 60) return `om ${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `om ${count(hours, "timme", "timmar")}`;
  return `om ${Math.round(hours / 24)} dagar`;
}
