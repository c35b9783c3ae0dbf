"use client";

import { api } from "@notes/backend/api";
import { Authenticated, Unauthenticated, useQuery } from "convex/react";

export default function Home() {
  return (
    <main>
      <h1>Notes</h1>
      <Unauthenticated>
        {/* A plain link: the route handler has to set a cookie. */}
        <a href="/sign-in">Sign in</a>
      </Unauthenticated>
      <Authenticated>
        <Notes />
      </Authenticated>
    </main>
  );
}

function Notes() {
  const notes = useQuery(api.notes.list);

  return (
    <ul>
      {notes?.map((note) => (
        <li key={note._id}>{note.text}</li>
      ))}
    </ul>
  );
}
