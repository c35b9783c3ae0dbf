export declare const BUDGET: Readonly<Record<string, number>>;

export declare function sizesOf(
  folder: string,
): { readonly bundle: string; readonly size: number; readonly compressed: number }[];
