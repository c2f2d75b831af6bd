function _interopDefault(a){return a&&a.__esModule?a:{"default":a}}
