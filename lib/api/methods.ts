import { routes } from './routes';

const METHODS_OF = new Map<string, { pattern: RegExp; methods: string[] }>();
for (const { contract } of routes) {
  const known = METHODS_OF.get(contract.path) ?? {
    pattern: new RegExp(
      `^${contract.atRoot ? '(/api)?' : '/api'}${contract.path.replace(/\{\w+\}/g, '[^/]+')}/?$`,
    ),
    methods: [],
  };
  known.methods.push(contract.method.toUpperCase());
  METHODS_OF.set(contract.path, known);
}

/** The methods that a path knows when `method` is none of them; null when the path is not ours at all. */
export function methodNotAllowed(path: string, method: string): string[] | null {
  for (const { pattern, methods } of METHODS_OF.values()) {
    if (pattern.test(path) && !methods.includes(method)) return methods;
  }
  return null;
}
