/** A command that answers what no file of the project can, and what to look for in its output. */
export interface ManualCheck {
  readonly command: string;
  readonly look: string;
}

// `readline` reads keys one by one: a terminal cuts a plain line of input at 1024 characters on macOS, and an access token may be longer. The quotes suit
// every shell, Windows included.
const SHOW_CLAIMS =
  "node -e \"require('readline').createInterface(process.stdin,process.stdout).question('Access token: '," +
  "t=>{const{iss,aud}=JSON.parse(Buffer.from(t.split('.')[1],'base64url'));console.log({iss,aud});process.exit()})\"";

/** The last steps of a person who debugs this, in order. */
export const MANUAL_CHECKS: readonly ManualCheck[] = [
  {
    command: "npx convex env get WORKOS_CLIENT_ID --prod",
    look: "It must be the client ID that the app signs in with.",
  },
  {
    command: SHOW_CLAIMS,
    look: "Paste the access token of a signed-in user; it stays on this machine. `iss` must be the issuer of a provider, and `aud` must hold that provider's applicationID, if it has one.",
  },
  {
    command: "npx convex deploy",
    look: "A change of auth.config or of a variable takes effect only then.",
  },
];
