// Knows which sentence a no has: a rejection of a command, or a failure of a request.
import { has, t } from "./i18n.js";

/** @param {Record<string, any>} rejection as on the wire: one key with its fields @returns {string} */
export function rejectionText(rejection) {
  const [name] = Object.keys(rejection);
  const fields = rejection[name] ?? {};
  if (name === "notAllowed") return t("rejection.notAllowed", { role: t(`role.${fields.needs ?? "lead"}`) });
  return sentence(`rejection.${name}`, fields);
}

/** @param {import("../line/http.js").HTTPFailure} failure @returns {string} */
export function failureText(failure) {
  const { code, limit, waitMilliseconds } = failure;
  const params = { limit: limit ?? 0, waitMilliseconds: waitMilliseconds ?? 0 };
  if (has(`error.${code}`)) return sentence(`error.${code}`, params);
  return sentence(has(`rejection.${code}`) ? `rejection.${code}` : "error.failed", params);
}

/** @param {string} key @param {Record<string, any>} fields */
function sentence(key, fields) {
  const seconds = Math.max(1, Math.ceil((fields.waitMilliseconds ?? 0) / 1000));
  return t(has(key) ? key : "error.failed", { ...fields, seconds, count: seconds });
}
