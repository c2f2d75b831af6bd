var _ReferenceError=ReferenceError;
