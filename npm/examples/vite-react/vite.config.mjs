import legacy from "@vitejs/plugin-legacy";
import react from "@vitejs/plugin-react";
import downlevel from "downlevel/vite";

export default {
  plugins: [react(), legacy({ targets: ["ie >= 11"] }), downlevel()],
  build: { sourcemap: true },
  logLevel: "warn",
};
