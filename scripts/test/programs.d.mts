export function findProgram(name: string, places?: string[]): string | null;
export function findChromium(): Promise<string | null>;
export function findRedis(): string | null;
export function findFfmpeg(): string | null;
