function _interopDefault(module) {
  return module && module.__esModule ? module : {
    "default": module
  };
}
