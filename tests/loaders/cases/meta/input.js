print(typeof import.meta.url, import.meta.url.split("/").pop());
