export type Program = 'web' | 'worker' | 'prepare';
export function program(name: Program): string[];
export function typescript(file: string, args?: string[]): string[];
