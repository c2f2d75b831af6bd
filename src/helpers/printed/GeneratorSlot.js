var _GeneratorSlot = typeof Symbol === "function" && typeof Symbol.iterator === "symbol" ? Symbol["for"]("generator") : "_generator";
