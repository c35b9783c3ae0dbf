export interface Installed {
  readonly packages: number;
  readonly size: number;
  readonly typescript: number;
}

export function installedBesideEslint(): Installed;
export function findPackage(name: string, from: string): string;
export function describeSizes(packed: { readonly size: number; readonly unpackedSize: number }): string;
