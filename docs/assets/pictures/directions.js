/* From one point to the next by arrow keys. */

/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE = 2; // how much more a step aside counts than one ahead
const ASKEW = 1e6; // what lies more to the side than ahead comes after all else

/**
 * The point that a key leads to: the nearest that lies that way, or the first and last for Home and End.
 *
 * @param {number[][]} points
 * @param {number} here
 * @param {string} key
 * @returns {number | null} its place in the list, or null where the key leads nowhere
 */
export function nearest(points, here, key) {
  if (here < 0 || !points.length) return null;
  if (key === "Home") return 0;
  if (key === "End") return points.length - 1;
  const way = WAYS[key];
  if (!way) return null;
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  points.forEach(([x, y], place) => {
    const [right, down] = [x - points[here][0], y - points[here][1]];
    const ahead = right * way[0] + down * way[1];
    const aside = Math.abs(right * way[1]) + Math.abs(down * way[0]);
    const far = ahead + ASIDE * aside + (aside > ahead ? ASKEW : 0);
    if (place === here || ahead <= 0 || far >= least) return;
    [best, least] = [place, far];
  });
  return best;
}
