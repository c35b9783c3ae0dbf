export class TokenPanel {
  verdict: string | null = null;
  constructor(_: object) {}
  judge(): void {}
}
