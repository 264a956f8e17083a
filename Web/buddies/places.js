// Knows towns from which somebody can pick the nearest, to a tenth of a degree. Their names are in the catalogues.

/**
 * Latitude and longitude in tenths of a degree.
 * @type {Record<string, number[]>}
 */
export const PLACES = Object.freeze({
  aberdeen: [571, -21], aberystwyth: [524, -41], bangor: [532, -41], belfast: [546, -59], birmingham: [525, -19],
  bournemouth: [507, -19], bradford: [538, -18], brighton: [508, -1], bristol: [515, -26], caernarfon: [531, -43],
  cambridge: [522, 1], canterbury: [513, 11], cardiff: [515, -32], cardigan: [521, -47], carlisle: [549, -29],
  carmarthen: [519, -43], chester: [532, -29], coventry: [524, -15], derby: [529, -15], derry: [550, -73],
  dundee: [565, -30], edinburgh: [560, -32], exeter: [507, -35], glasgow: [559, -43], gloucester: [519, -22],
  haverfordwest: [518, -50], hull: [537, -3], inverness: [575, -42], ipswich: [521, 12], lancaster: [540, -28],
  leeds: [538, -15], leicester: [526, -11], lincoln: [532, -5], liverpool: [534, -30], llandrindod: [522, -34],
  london: [515, -1], maidstone: [513, 5], manchester: [535, -22], merthyr: [517, -34], middlesbrough: [546, -12],
  miltonkeynes: [520, -8], newcastle: [550, -16], newport: [516, -30], northampton: [522, -9], norwich: [526, 13],
  nottingham: [530, -12], oxford: [518, -13], peterborough: [526, -2], plymouth: [504, -41], portsmouth: [508, -11],
  preston: [538, -27], reading: [515, -10], salisbury: [511, -18], sheffield: [534, -15], shrewsbury: [527, -28],
  southampton: [509, -14], stoke: [530, -22], sunderland: [549, -14], swansea: [516, -39], swindon: [516, -18],
  taunton: [510, -31], truro: [503, -51], worcester: [522, -22], wrexham: [530, -30], york: [540, -11],
});

/**
 * The town that a place was picked by, or the nearest.
 * @param {{latitudeTenths: number, longitudeTenths: number}} place
 * @returns {string}
 */
export function townOf({ latitudeTenths, longitudeTenths }) {
  // A degree of longitude is about 0.6 of one of latitude here.
  const far = (/** @type {string} */ id) => (PLACES[id][0] - latitudeTenths) ** 2
    + (0.6 * (PLACES[id][1] - longitudeTenths)) ** 2;
  return Object.keys(PLACES).reduce((best, id) => (far(id) < far(best) ? id : best));
}
