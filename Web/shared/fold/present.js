// Knows that on the wire a missing field and a null one are the same.

/**
 * The object without the fields that have no value.
 * @template {Record<string, any>} T
 * @param {T} fields @returns {T}
 */
export function present(fields) {
  for (const key of Object.keys(fields)) {
    if (fields[key] === undefined || fields[key] === null) delete fields[key];
  }
  return fields;
}
