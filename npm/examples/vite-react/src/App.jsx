import { Suspense, lazy, useState } from "react";

const Details = lazy(() => import("./Details.jsx"));

export function App() {
  const [clicks, setClicks] = useState([]);
  const count = () => setClicks((before) => [...before, { id: before.length }]);
  return (
    <main>
      <button onClick={count}>count</button>
      <output>{`clicked ${clicks.length} times`}</output>
      {clicks.length > 0 && (
        <Suspense fallback="loading">
          <Details clicks={clicks} />
        </Suspense>
      )}
    </main>
  );
}
