(()=>{var t={src:location.href,tagName:"SCRIPT",getAttribute:()=>""};Object.defineProperty(document,"currentScript",{configurable:!0,get:()=>t});})();
