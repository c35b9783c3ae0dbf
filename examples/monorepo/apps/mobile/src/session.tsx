import { useAuthRequest } from "expo-auth-session";
import { deleteItemAsync, getItemAsync, setItemAsync } from "expo-secure-store";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

const clientId = process.env.EXPO_PUBLIC_WORKOS_CLIENT_ID!;
const redirectUri = process.env.EXPO_PUBLIC_WORKOS_REDIRECT_URI!;
const workos = "https://api.workos.com/user_management";
const storageKey = "session";

interface Session {
  accessToken: string;
  refreshToken: string;
}

interface Auth {
  isLoading: boolean;
  isAuthenticated: boolean;
  fetchAccessToken: (args: {
    forceRefreshToken: boolean;
  }) => Promise<string | null>;
}

const SessionContext = createContext<
  (Auth & { signIn: () => Promise<void> }) | null
>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  // No state: Convex authenticates anew whenever `fetchAccessToken` is another one.
  const session = useRef<Session | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  const [isAuthenticated, setIsAuthenticated] = useState(false);
  const [request, , prompt] = useAuthRequest(
    { clientId, redirectUri, extraParams: { provider: "authkit" } },
    { authorizationEndpoint: `${workos}/authorize` },
  );

  const keep = useCallback(async (next: Session | null) => {
    session.current = next;
    setIsAuthenticated(next !== null);
    await (next === null
      ? deleteItemAsync(storageKey)
      : setItemAsync(storageKey, JSON.stringify(next)));
  }, []);

  useEffect(() => {
    void getItemAsync(storageKey)
      .then((stored) => {
        session.current = stored === null ? null : JSON.parse(stored);
        setIsAuthenticated(session.current !== null);
      })
      .finally(() => setIsLoading(false));
  }, []);

  const signIn = useCallback(async () => {
    const result = await prompt();
    if (result.type !== "success" || !request?.codeVerifier) {
      return;
    }
    await keep(
      await authenticate({
        grant_type: "authorization_code",
        code: result.params.code,
        code_verifier: request.codeVerifier,
      }),
    );
  }, [keep, prompt, request]);

  const fetchAccessToken = useCallback(
    async ({ forceRefreshToken }: { forceRefreshToken: boolean }) => {
      if (session.current !== null && forceRefreshToken) {
        try {
          await keep(
            await authenticate({
              grant_type: "refresh_token",
              refresh_token: session.current.refreshToken,
            }),
          );
        } catch (error) {
          console.error("WorkOS gave no access token:", error);
          await keep(null);
        }
      }
      return session.current?.accessToken ?? null;
    },
    [keep],
  );

  const value = useMemo(
    () => ({ isLoading, isAuthenticated, fetchAccessToken, signIn }),
    [isLoading, isAuthenticated, fetchAccessToken, signIn],
  );

  return (
    <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
  );
}

/** The session, also in the shape that Convex asks for. */
export function useSession() {
  const value = useContext(SessionContext);
  if (value === null) {
    throw new Error("useSession needs a SessionProvider");
  }
  return value;
}

/** A public client: PKCE stands in for the API key, which must not be in an app. */
async function authenticate(grant: Record<string, string>): Promise<Session> {
  const response = await fetch(`${workos}/authenticate`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ client_id: clientId, ...grant }),
  });
  if (!response.ok) {
    throw new Error(`The status is ${response.status}.`);
  }
  const { access_token, refresh_token } = await response.json();
  return { accessToken: access_token, refreshToken: refresh_token };
}
