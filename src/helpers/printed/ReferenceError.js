var _ReferenceError = ReferenceError;
