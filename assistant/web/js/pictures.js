// Pictures of a calculation; each says in words what it shows.

/** The pictures that fit a calculation, null where none helps. */
export function pictures(found) {
  return null;
}
