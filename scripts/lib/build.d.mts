export function isBuilt(): boolean;
export function ensurePrograms(): Promise<void>;
export function ensureWidget(): Promise<void>;
