var _TypeError = TypeError;
