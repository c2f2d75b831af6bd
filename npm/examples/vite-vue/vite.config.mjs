import legacy from "@vitejs/plugin-legacy";
import vue from "@vitejs/plugin-vue";
import downlevel from "downlevel/vite";

export default {
  plugins: [vue(), legacy({ targets: ["ie >= 11"], renderModernChunks: false }), downlevel()],
  build: { sourcemap: true },
  logLevel: "warn",
};
