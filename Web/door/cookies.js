// Knows whether this browser keeps cookies: without them nobody can be known again, and whoever came in would be
// outside at once.

const NAME = "staffroom-try";

/** Tries it. */
export function keepsCookies() {
  document.cookie = `${NAME}=1; path=/; SameSite=Lax`;
  const isKept = document.cookie.split("; ").includes(`${NAME}=1`);
  document.cookie = `${NAME}=; path=/; SameSite=Lax; Max-Age=0`;
  return isKept;
}
