import { api } from "@notes/backend/api";
import {
  Authenticated,
  ConvexProviderWithAuth,
  ConvexReactClient,
  Unauthenticated,
  useQuery,
} from "convex/react";
import { Button, FlatList, SafeAreaView, Text } from "react-native";
import { SessionProvider, useSession } from "./session";

const convex = new ConvexReactClient(process.env.EXPO_PUBLIC_CONVEX_URL!);

export function App() {
  return (
    <SessionProvider>
      <ConvexProviderWithAuth client={convex} useAuth={useSession}>
        <SafeAreaView>
          <Unauthenticated>
            <SignIn />
          </Unauthenticated>
          <Authenticated>
            <Notes />
          </Authenticated>
        </SafeAreaView>
      </ConvexProviderWithAuth>
    </SessionProvider>
  );
}

function SignIn() {
  const { signIn } = useSession();

  return <Button title="Sign in" onPress={() => void signIn()} />;
}

function Notes() {
  const notes = useQuery(api.notes.list);

  return (
    <FlatList
      data={notes}
      keyExtractor={(note) => note._id}
      renderItem={({ item }) => <Text>{item.text}</Text>}
    />
  );
}
