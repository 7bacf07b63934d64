export interface Lock {
  packages: Record<
    string,
    {
      version?: string;
      resolved?: string;
      optionalDependencies?: Record<string, string>;
      [key: string]: unknown;
    }
  >;
}
export function missingOptional(lock: Lock): { parent: string; name: string; version: string }[];
export function completeLock(lock: Lock): string[];
