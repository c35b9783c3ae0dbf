"use client";

import {
  AuthKitProvider,
  useAccessToken,
  useAuth,
} from "@workos-inc/authkit-nextjs/components";
import { ConvexProviderWithAuth, ConvexReactClient } from "convex/react";
import { type ReactNode, useCallback, useMemo } from "react";

const convex = new ConvexReactClient(process.env.NEXT_PUBLIC_CONVEX_URL!);

export function ConvexClientProvider({ children }: { children: ReactNode }) {
  return (
    <AuthKitProvider>
      <ConvexProviderWithAuth client={convex} useAuth={useWorkOSAuth}>
        {children}
      </ConvexProviderWithAuth>
    </AuthKitProvider>
  );
}

/** AuthKit's session in the shape that Convex asks for. */
function useWorkOSAuth() {
  const { user, loading } = useAuth();
  const { getAccessToken, refresh } = useAccessToken();
  const isAuthenticated = user !== null;

  const fetchAccessToken = useCallback(
    async ({ forceRefreshToken }: { forceRefreshToken: boolean }) => {
      if (!isAuthenticated) {
        return null;
      }
      try {
        const token = await (forceRefreshToken ? refresh() : getAccessToken());
        return token ?? null;
      } catch (error) {
        console.error("AuthKit gave no access token:", error);
        return null;
      }
    },
    [isAuthenticated, getAccessToken, refresh],
  );

  return useMemo(
    () => ({ isLoading: loading, isAuthenticated, fetchAccessToken }),
    [loading, isAuthenticated, fetchAccessToken],
  );
}
