export function isBuilt(): boolean;
export function ensurePrograms(): Promise<void>;
