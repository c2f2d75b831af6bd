function _scriptUrl(){if(typeof document!=="object")return"";var a=document.scripts,b="currentScript"in document?document.currentScript:a[a.length-1];return b&&b.src||location.href}
