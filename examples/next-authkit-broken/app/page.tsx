"use client";

import { useAuth } from "@workos-inc/authkit-nextjs/components";
import {
  Authenticated,
  AuthLoading,
  Unauthenticated,
  useMutation,
  useQuery,
} from "convex/react";
import { type FormEvent, useState } from "react";
import { api } from "@/convex/_generated/api";

export default function Home() {
  return (
    <main>
      <h1>Notes</h1>
      <AuthLoading>
        <p>Signing you in…</p>
      </AuthLoading>
      <Unauthenticated>
        {/* A plain link: the route handler has to set a cookie. */}
        <a href="/sign-in">Sign in</a>
      </Unauthenticated>
      <Authenticated>
        <Account />
        <Notes />
      </Authenticated>
    </main>
  );
}

function Account() {
  const { user, signOut } = useAuth();

  return (
    <p>
      {user?.email}{" "}
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </p>
  );
}

function Notes() {
  const notes = useQuery(api.myFunctions.listNotes);
  const addNote = useMutation(api.myFunctions.addNote);
  const [text, setText] = useState("");

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await addNote({ text });
    setText("");
  }

  return (
    <>
      <form onSubmit={save}>
        <input
          aria-label="New note"
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
        />
        <button type="submit">Save</button>
      </form>
      <ul>
        {notes?.map((note) => (
          <li key={note._id}>{note.text}</li>
        ))}
      </ul>
    </>
  );
}
