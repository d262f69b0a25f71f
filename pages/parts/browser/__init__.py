"""All that runs and is styled in the browser: the JavaScript, the CSS, and the selectors of pages that are not ours."""
