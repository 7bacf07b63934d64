/** Account, how customers come, who works here, something to look at. */
export const STEPS = 4;
