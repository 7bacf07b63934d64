import { openHouse } from './house';
import { type PartName, parts } from './parts';

/** Runs the part that the first argument names in a house of its own, in DATA_DIR, and tells bench/run.ts its figures. */
const { measure } = parts[process.argv[2] as PartName];
const house = await openHouse(process.env.DATA_DIR!);
try {
  process.send?.({ figures: await measure(house) });
} finally {
  await house.close();
}
