import { api } from "@notes/backend/api";
import { useAuth } from "@workos-inc/authkit-react";
import { Authenticated, Unauthenticated, useQuery } from "convex/react";

export function App() {
  const { signIn, signOut } = useAuth();

  return (
    <main>
      <Unauthenticated>
        <button type="button" onClick={() => void signIn()}>
          Sign in
        </button>
      </Unauthenticated>
      <Authenticated>
        <button type="button" onClick={() => signOut()}>
          Sign out
        </button>
        <NumberOfNotes />
      </Authenticated>
    </main>
  );
}

function NumberOfNotes() {
  const notes = useQuery(api.notes.list);

  return <p>Notes: {notes?.length ?? "…"}</p>;
}
