/** Row of `setting` that says whether example data is here: `{state, kept}`. */
export const DEMO_KEY = 'demo_data';
