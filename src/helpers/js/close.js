// IteratorClose (ES2018 7.4.6) of what `_forOf` gave. After a throw, `error` holds what was thrown, which wins over an error
// from closing.
function _close(list, error) {
  try {
    list._go && list._go(1);
  } finally {
    if (error) throw error[0];
  }
}
