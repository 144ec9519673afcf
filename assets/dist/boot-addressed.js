(()=>{delete document.currentScript;})();
