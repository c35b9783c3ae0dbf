/** The types of site.js for the tests, which are TypeScript. */
export interface SitePage {
  readonly html: string;
  readonly images: ReadonlyMap<string, string>;
}

export interface Site {
  readonly addresses: readonly string[];
  readonly sources: readonly string[];
  readonly render: (address: string, stylesheet: string) => Promise<SitePage>;
}

export function readSite(): Site;
