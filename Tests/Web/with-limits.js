// The limits that a page has taken in before it starts; whoever tests a part of a page imports this.
import { readFileSync } from "node:fs";
import { takeLimits } from "../../Web/shared/limits.js";

export const LIMITS = JSON.parse(readFileSync(new URL("../../Web/shared/limits.json", import.meta.url), "utf8"));
takeLimits(LIMITS);
