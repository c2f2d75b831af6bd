import("./bad.js").catch((error) => print("rejected", error.name)).then(() => import("./bad.js")).catch((error) => print(error.name));
